import { DomainError } from '#domain';

/** A place in a list as callers hand it back: opaque to them, and no secret. */
export function cursorOf(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** What `cursorOf` was given; empty for any other text. Whoever asks checks each part. */
export function partsOfCursor(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

export function notACursor(): DomainError {
  return new DomainError('validation_failed', 'The cursor is not one that this service gave.', [
    { pointer: '/cursor', message: 'Must be the `next` of an earlier page.' },
  ]);
}
