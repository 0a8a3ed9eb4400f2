import type { Environment } from './environment.ts';

/** Settings that are a text and may be left out. */
type OptionalText = {
  [Name in keyof Environment]-?: undefined extends Environment[Name] ? Name : never;
}[keyof Environment];

/**
 * A setting that this process cannot do without, though another can.
 * @throws Error naming it.
 */
export function requiredSetting<Name extends OptionalText>(
  environment: Environment,
  name: Name,
): NonNullable<Environment[Name]> {
  const value = environment[name];
  if (value === undefined)
    throw new Error(`These settings are missing or wrong:\n  ${name}: must be set for this process`);
  return value;
}
