import type { Environment } from './environment.ts';

/**
 * A setting that this process cannot do without, though another can.
 * @throws Error naming it.
 */
export function requiredSetting(
  environment: Environment,
  name: 'DATABASE_URL' | 'ENGINE_DATABASE_URL' | 'OIDC_ISSUER',
): string {
  const value = environment[name];
  if (value === undefined)
    throw new Error(`These settings are missing or wrong:\n  ${name}: must be set for this process`);
  return value;
}
