import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from './house-rules.ts';

/** Source files below the folders, tests and test support left out. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.includes('/testing/'))
      .map((name) => ({ path: name, text: readFileSync(name, 'utf8') })),
  );
}
