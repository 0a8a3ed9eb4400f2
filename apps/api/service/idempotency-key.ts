import { DomainError } from '#domain';

/** @throws DomainError `validation_failed` for a key that cannot be kept as sent. */
export function idempotencyKeyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new DomainError('validation_failed', 'The Idempotency-Key cannot be used.', [
    { pointer: '', message: 'Idempotency-Key must be 1 to 200 visible ASCII characters without spaces.' },
  ]);
}
