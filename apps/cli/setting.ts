/** @throws Error naming the setting that is missing. */
export function needed(name: string): string {
  const value = setting(name);
  if (value === undefined) throw new Error(`Set ${name} in the environment.`);
  return value;
}

export function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
