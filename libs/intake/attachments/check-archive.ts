import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

const MOST_ENTRIES = 1_000;
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
/** Text packs to a tenth; what packs to a hundredth was made to unpack. */
const MOST_RATIO = 100;

/** Where DOCX and ODT keep programs, and endings of what has no place in a document. */
const PROGRAM =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|Basic\/|Scripts\/|activeX\/)|\.(exe|dll|js|vbs|ps1|bat|cmd|scr|jar|lnk|hta)$/i;
const ARCHIVE = /\.(zip|7z|rar|gz|bz2|xz|tar)$/i;

/** Why a document that is a zip is not taken; `null` when nothing speaks against it. Judged by its directory alone. */
export function archiveFault(bytes: Buffer): string | null {
  const entries = readZipDirectory(bytes);
  if (entries === null) return 'The document is damaged.';
  if (entries.length > MOST_ENTRIES) return `The document has more than ${String(MOST_ENTRIES)} parts.`;
  const faults: readonly (readonly [isSo: boolean, fault: string])[] = [
    [isBomb(entries), 'The document would unpack to far too much.'],
    [entries.some(({ isEncrypted }) => isEncrypted), 'The document is locked with a password.'],
    [entries.some(({ name }) => leavesFolder(name)), 'The document names places outside itself.'],
    [entries.some(({ name }) => PROGRAM.test(name)), 'The document holds macros or programs.'],
    [entries.some(({ name }) => ARCHIVE.test(name)), 'The document holds another archive.'],
  ];
  return faults.find(([isSo]) => isSo)?.[1] ?? null;
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, { uncompressedBytes }) => sum + uncompressedBytes, 0);
  const packed = entries.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);
  return unpacked > MOST_UNPACKED_BYTES || unpacked > MOST_RATIO * Math.max(packed, 10_000);
}

function leavesFolder(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || name.includes('\0') || name.split('/').includes('..');
}
