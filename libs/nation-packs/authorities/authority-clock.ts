import { type ClockRule, dueAt } from '#deadlines';
import type { AuthorityProfile } from './authority-profile.ts';

/** A clock of an authority: how it is counted, when it started and when it ends. */
export interface AuthorityClock {
  readonly rule: ClockRule;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/**
 * Starts a clock on the authority's own calendar.
 * @throws Error for a rule that ends at an event: a limit for deciding ends by itself.
 */
export function startClock({ calendar }: AuthorityProfile, rule: ClockRule, startedAt: Date): AuthorityClock {
  const due = dueAt(calendar, rule, startedAt.getTime());
  if (due.kind !== 'due') throw new Error('A limit for deciding must end by itself, not at an event.');
  return { rule, startedAt, dueAt: new Date(due.at) };
}
