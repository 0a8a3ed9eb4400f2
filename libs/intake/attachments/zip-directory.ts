/** One entry as the directory of a zip declares it; nothing is unpacked to learn it. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  readonly uncompressedBytes: number;
  readonly isEncrypted: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MOST_COMMENT_BYTES = 0xffff;

/** Whether a directory of a zip stands at the end of these bytes, whatever they begin with. */
export function endsAsZip(bytes: Buffer): boolean {
  return findEnd(bytes) !== null;
}

/**
 * The directory of a zip; `null` when it is no sound one: entries that overrun it, more or fewer than it counts, several
 * disks, a comment or anything else behind it, or the 64-bit form, which no document of our size needs.
 */
export function readZipDirectory(bytes: Buffer): readonly ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const length = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  const isOneDisk = bytes.readUInt16LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === count;
  const isLast = end + END_BYTES === bytes.length;
  if (!isOneDisk || !isLast || start + length !== end) return null;
  const entries: ZipEntry[] = [];
  let at = start;
  while (at < end) {
    const found = readEntry(bytes, at, end);
    if (found === null) return null;
    entries.push(found.entry);
    at = found.next;
  }
  return at === end && entries.length === count ? entries : null;
}

function readEntry(bytes: Buffer, at: number, end: number): { entry: ZipEntry; next: number } | null {
  if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) return null;
  const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > end) return null;
  const entry = {
    name: bytes.toString('utf8', at + ENTRY_BYTES, nameEnd),
    compressedBytes: bytes.readUInt32LE(at + 20),
    uncompressedBytes: bytes.readUInt32LE(at + 24),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  };
  return { entry, next };
}

function findEnd(bytes: Buffer): number | null {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT_BYTES); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return null;
}
