import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for another when read out over the telephone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRTUVWXYZ';

/** A new reference such as `FD-7KQ2-M9XA`: random, so that it tells nothing and cannot be guessed from another. */
export function newReference(): string {
  const characters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
  return `FD-${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
