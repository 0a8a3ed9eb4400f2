/** The JSON pointer (RFC 6901) to a part of what another points to. */
export function below(path: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>((at, key) => `${at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`, path);
}

/** What a pointer's whole stands in; null for the root. */
export function above(path: string): string | null {
  return path === '' ? null : path.slice(0, path.lastIndexOf('/'));
}
