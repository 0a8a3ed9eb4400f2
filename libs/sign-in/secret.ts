import { randomBytes } from 'node:crypto';
import { sha256 } from '#platform';

/** A value that nobody can guess: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret that a browser holds: a copy of the database opens no session. */
export function hashOfSecret(secret: string): string {
  return sha256(Buffer.from(secret));
}
