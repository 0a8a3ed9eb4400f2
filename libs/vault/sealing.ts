import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Of every key here, in bytes: AES-256. */
export const KEY_BYTES = 32;

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** A sealed value was altered, or stands where it was not put. Says nothing of what it held. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';
}

/**
 * Seals bytes with AES-256-GCM: version | nonce | tag | ciphertext. The context is bound in but not stored: the same
 * must be given to open.
 */
export function seal(key: Buffer, context: readonly string[], clear: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundBytes(context));
  const sealed = [cipher.update(clear), cipher.final()];
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...sealed]);
}

/** @throws BrokenSealError when anything differs from what was sealed: key, context or a single bit. */
export function unseal(key: Buffer, context: readonly string[], sealed: Buffer): Buffer {
  if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) throw new BrokenSealError('This is no sealed value.');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundBytes(context));
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  try {
    const clear = decipher.update(sealed.subarray(HEAD_BYTES));
    // Of GCM nothing is left to come: the last step only checks the tag.
    decipher.final();
    return clear;
  } catch (cause: unknown) {
    throw new BrokenSealError('A sealed value was altered or does not belong here.', { cause });
  }
}

/** @throws BrokenSealError for text that is not what `toString('base64')` writes: one value has one form. */
export function bytesOfText(sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.toString('base64') !== sealed) throw new BrokenSealError('This is no sealed text.');
  return bytes;
}

/** JSON keeps the parts apart: no two contexts give the same bytes. */
function boundBytes(context: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([VERSION, ...context]));
}
