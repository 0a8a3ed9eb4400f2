import { DomainError } from '#domain';
import type { Place } from './in-order.ts';

/** Longest that a place can be written. */
const LONGEST = 400;

export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws DomainError `validation_failed` when the text is not a cursor that `writeCursor` made. */
export function readCursor(cursor: string): Place {
  const parts = partsOf(cursor);
  const [day, at, recordedAt, id] = parts;
  const isPlace = parts.length === 4 && [day, at, recordedAt, id].every((part) => typeof part === 'string');
  if (isPlace) return [String(day), String(at), String(recordedAt), String(id)];
  throw new DomainError('validation_failed', 'The cursor is not one that this service gave.', [
    { pointer: '/cursor', message: 'Must be the `next` of an earlier page.' },
  ]);
}

function partsOf(cursor: string): unknown[] {
  if (cursor.length > LONGEST) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
