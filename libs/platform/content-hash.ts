import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';

const canonical = configure({ strict: true });

/**
 * Canonical JSON of RFC 8785: the same content gives the same bytes, whatever the order of its keys. Of anything else it
 * gives what it would be once it was written as JSON and read again: dates as text, what is undefined left out.
 * @throws Error for what JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  const text = canonical(value);
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
