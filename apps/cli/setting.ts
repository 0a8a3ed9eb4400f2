import { settingsFrom } from '#platform';

/** @throws Error naming the setting that is missing. */
export function needed(name: string): string {
  const value = setting(name);
  if (value === undefined) throw new Error(`Set ${name} in the environment.`);
  return value;
}

/**
 * A setting of a command, directly or from the file that `NAME_FILE` names.
 * @throws Error naming the setting when both are given or the file cannot be read.
 */
export function setting(name: string): string | undefined {
  const { values, faults } = settingsFrom(process.env, [name]);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return values[name];
}
