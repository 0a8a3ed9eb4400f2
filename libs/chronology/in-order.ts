import { localDateOf } from '#deadlines';
import { daysOf, type EventDate } from './event-date.ts';

/** As much of an entry as says where it stands. */
export interface Placed {
  readonly id: string;
  /** `null` stands where it was recorded. */
  readonly date: EventDate | null;
  readonly recordedAt: Date;
}

/** Where an entry stands: day, moment of that day, when it was recorded, and its id, so that no two stand in one place. */
export type Place = readonly [day: string, within: string, recordedAt: string, id: string];

/**
 * By the day of the event, not by the day somebody wrote it down. A month or year stands where it begins; of one day, what
 * has no time of day comes first.
 */
export function placeOf({ id, date, recordedAt }: Placed): Place {
  const recorded = recordedAt.toISOString();
  const day = date === null ? localDateOf(recordedAt.getTime()) : date.day;
  return [day, date === null ? `4${recorded}` : withinDay(date), recorded, id];
}

function withinDay({ at, precision }: EventDate): string {
  return at === null ? COARSE_FIRST[precision] : `4${at.toISOString()}`;
}

const COARSE_FIRST: Readonly<Record<EventDate['precision'], string>> = {
  year: '0',
  month: '1',
  approximate: '2',
  day: '3',
};

/** Below 0 where the one comes before the other, oldest first. */
export function comparePlaces(one: Place, other: Place): number {
  for (const [at, part] of one.entries()) {
    const against = other[at] ?? '';
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}

/** Oldest first. */
export function inOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  const placed = entries.map((entry) => [placeOf(entry), entry] as const);
  return placed.toSorted(([one], [other]) => comparePlaces(one, other)).map(([, entry]) => entry);
}

/** Whether it may have happened in these days; `null` is no limit. An unknown day counts as the day it was recorded. */
export function isWithin(entry: Placed, from: string | null, to: string | null): boolean {
  const recorded = localDateOf(entry.recordedAt.getTime());
  const { first, last } = entry.date === null ? { first: recorded, last: recorded } : daysOf(entry.date);
  return (from === null || last >= from) && (to === null || first <= to);
}
