import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Canonical JSON of RFC 8785: the same content gives the same bytes, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = (canonicalize as unknown as (input: unknown) => string | undefined)(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return text;
}

/** SHA-256 over the canonical JSON, in hexadecimal. */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value));
}

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
