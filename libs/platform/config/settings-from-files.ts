import { readFileSync } from 'node:fs';

export interface GivenSettings {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
}

/**
 * Settings as they were given, each directly or as the content of the file that `NAME_FILE` names, without the line's
 * end. What is empty was not given. Faults name the setting, never its value.
 */
export function settingsFrom(
  source: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): GivenSettings {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of names) {
    const direct = source[name] ?? '';
    const file = source[`${name}_FILE`] ?? '';
    if (direct !== '') values[name] = direct;
    if (file === '') continue;
    if (direct !== '') faults.push(`${name}: must not be given beside ${name}_FILE`);
    const content = contentOf(file);
    if (content === null) faults.push(`${name}_FILE: must name a file that this process can read`);
    else values[name] = content;
  }
  return { values, faults };
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return null;
  }
}
