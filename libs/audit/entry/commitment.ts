import { hash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#platform';

const SALT_BYTES = 16;

/**
 * A value that the log vouches for and does not hold: SHA-256 over the canonical JSON of salt and value, as an SD-JWT
 * discloses it. Without the salt nobody can try values; with both gone the commitment says nothing, and the log stands.
 */
export interface Commitment {
  readonly salt: Buffer;
  readonly commitment: Buffer;
}

export function commitTo(value: unknown): Commitment {
  const salt = randomBytes(SALT_BYTES);
  return { salt, commitment: commitmentOf(salt, value) };
}

export function commitmentOf(salt: Buffer, value: unknown): Buffer {
  return hash('sha256', canonicalJson([salt.toString('base64url'), value]), 'buffer');
}
