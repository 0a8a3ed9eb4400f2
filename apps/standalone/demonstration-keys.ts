import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newSigningKey } from '#audit';
import { newKeyRing } from '#vault';

/** Settings that hold keys, each with what makes a new one. */
const MAKERS: Readonly<Record<string, () => string>> = {
  FIELD_KEYS: newKeyRing,
  AUDIT_SIGNING_KEY: newSigningKey,
  EVIDENCE_SIGNING_KEY: newSigningKey,
};

/**
 * Keys of this installation's own, made at its first start and kept below `folder`; settings that name their files.
 * Those that were given otherwise are left to whoever gave them.
 */
export async function demonstrationKeys(
  folder: string,
  given: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const keys = path.join(folder, 'keys');
  await mkdir(keys, { recursive: true, mode: 0o700 });
  const settings: Record<string, string> = {};
  for (const [name, make] of Object.entries(MAKERS)) {
    if (given[name] !== undefined || given[`${name}_FILE`] !== undefined) continue;
    const file = path.join(keys, name.toLowerCase());
    if (!existsSync(file)) await writeFile(file, make(), { mode: 0o600 });
    settings[`${name}_FILE`] = file;
  }
  return settings;
}
