import { describeClockRule, dueAt, localDateOf } from '#deadlines';
import { type Urgency, URGENCIES } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import { isoDayOf } from '../history/day-number.ts';
import type { BusiestDay, DeadlineEffect } from './report.ts';
import { urgenciesAfter, urgenciesBefore } from './workload.ts';

type Limits = Pick<AuthorityProfile, 'calendar' | 'urgencyLimits'>;
type DueDays = Map<string, { readonly before: number[]; readonly after: number[] }>;

const MS_PER_DAY = 86_400_000;

/**
 * How many decisions are due on each day, before and after, within the limits of each urgency. History keeps the day on
 * which a case came and not the hour, so each is counted as if it had come at midday.
 */
export function deadlineEffect(
  days: readonly (readonly [day: number, cells: readonly number[]])[],
  profile: Limits,
): DeadlineEffect {
  const due: DueDays = new Map();
  for (const [day, cells] of days) {
    const before = urgenciesBefore(cells);
    const after = urgenciesAfter(cells);
    URGENCIES.forEach((urgency, rank) => {
      const [was = 0, is = 0] = [before[rank], after[rank]];
      if (was === 0 && is === 0) return;
      const entry = entryOf(due, dueDay(profile, urgency, day));
      entry.before[rank] = (entry.before[rank] ?? 0) + was;
      entry.after[rank] = (entry.after[rank] ?? 0) + is;
    });
  }
  const sorted = [...due].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    limits: URGENCIES.map((urgency, rank) => ({
      urgency,
      limit: describeClockRule(profile.urgencyLimits[urgency]),
      busiest: { before: busiest(sorted, 'before', rank), after: busiest(sorted, 'after', rank) },
    })),
    days: sorted.map(([day, counts]) => ({ day, ...counts })),
  };
}

function entryOf(due: DueDays, day: string): { before: number[]; after: number[] } {
  const ready = due.get(day) ?? { before: URGENCIES.map(() => 0), after: URGENCIES.map(() => 0) };
  due.set(day, ready);
  return ready;
}

function dueDay({ calendar, urgencyLimits }: Limits, urgency: Urgency, day: number): string {
  const due = dueAt(calendar, urgencyLimits[urgency], (day + 0.5) * MS_PER_DAY);
  // A limit that ends at an event has no day of its own; the day of receipt is the earliest it can be.
  return due.kind === 'due' ? localDateOf(due.at) : isoDayOf(day);
}

function busiest(
  days: readonly (readonly [day: string, counts: { before: number[]; after: number[] }])[],
  at: 'before' | 'after',
  rank: number,
): BusiestDay | null {
  let found: BusiestDay | null = null;
  for (const [day, counts] of days) {
    const due = counts[at][rank] ?? 0;
    if (due > (found?.due ?? 0)) found = { day, due };
  }
  return found;
}
