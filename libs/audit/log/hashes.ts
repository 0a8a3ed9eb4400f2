import { hash } from 'node:crypto';

/** SHA-256, 32 bytes. */
export type Hash = Buffer;

export const HASH_BYTES = 32;

/** Root of a log that holds nothing (RFC 9162, 2.1.1). */
export const EMPTY_ROOT: Hash = hash('sha256', '', 'buffer');

const LEAF = Buffer.of(0);
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** Hash of an entry as a leaf (RFC 9162, 2.1.1): the first byte keeps leaves and nodes apart. */
export function leafHash(entry: string | Buffer): Hash {
  return hash('sha256', Buffer.concat([LEAF, Buffer.from(entry)]), 'buffer');
}

/** Hash of a node over its two halves. */
export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(pair, 1);
  right.copy(pair, 1 + HASH_BYTES);
  return hash('sha256', pair, 'buffer');
}
