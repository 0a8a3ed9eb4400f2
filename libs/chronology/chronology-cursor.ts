import { cursorOf, notACursor, partsOfCursor } from '#platform';
import type { Place } from './in-order.ts';

/** Longest that a place can be written. */
const LONGEST = 400;

export function writeCursor(place: Place): string {
  return cursorOf(place);
}

/** @throws DomainError `validation_failed` when the text is not a cursor that `writeCursor` made. */
export function readCursor(cursor: string): Place {
  const parts = cursor.length > LONGEST ? [] : partsOfCursor(cursor);
  const [day, at, recordedAt, id] = parts;
  const isPlace = parts.length === 4 && [day, at, recordedAt, id].every((part) => typeof part === 'string');
  if (isPlace) return [String(day), String(at), String(recordedAt), String(id)];
  throw notACursor();
}
