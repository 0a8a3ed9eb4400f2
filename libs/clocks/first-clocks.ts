import type { NewClock } from './case-clock.ts';
import { type ClockRules, planClocks } from './plan-clocks.ts';
import { nextDueOf } from './next-due.ts';

const EARLIEST = Date.parse('1900-01-01T00:00Z');
const LATEST = Date.parse('3000-01-01T00:00Z');

/** The clocks that a case is born with, and the first moment that one of the worklist's is due. */
export interface FirstClocks {
  readonly clocks: readonly NewClock[];
  readonly nextDueAt: Date | null;
}

/**
 * What the receipt of a referral starts, before anything is stored: every child of a referral has the same. The time-critical
 * event is as the referral gives it: an instant of ISO 8601, or null.
 */
export function firstClocks(rules: ClockRules, receivedAt: Date, eventAt: string | null): FirstClocks {
  const { starts } = planClocks(
    rules,
    {
      event: 'referral_received',
      at: receivedAt,
      receivedAt,
      urgency: null,
      pathway: null,
      subjectId: null,
      stage: null,
      eventAt: instantOf(eventAt),
      startedAt: null,
      milestones: new Map(),
    },
    [],
  );
  return { clocks: starts, nextDueAt: nextDueOf(rules, starts) };
}

/** A time that no clock can run to, a leap second or a year nobody means, starts none: a referral is taken whatever it says. */
function instantOf(text: string | null): Date | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return at > EARLIEST && at < LATEST ? new Date(at) : null;
}
