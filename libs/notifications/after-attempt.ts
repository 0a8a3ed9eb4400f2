import type { SendResult } from './guard/guarded-post.ts';
import type { DueDelivery, Settlement } from './store/delivery-work.query.ts';
import type { DisabledReason } from './webhook.ts';

/** Twelve tries spread over about two days (see the pauses). */
export const MAX_ATTEMPTS = 12;

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 12 * 3_600_000;
/** A pause is up to a fifth shorter or longer, so that what failed together is not tried again together. */
const JITTER = 0.2;
const LONGEST_REST_MS = 300_000;
/** An endpoint at which nothing arrives for so long is given up. */
const GIVEN_UP_AFTER_MS = 3 * 24 * 3_600_000;

export interface Verdict {
  readonly settlement: Settlement;
  readonly health: { readonly isWell: boolean; readonly restMs: number; readonly disable: DisabledReason | null };
}

/**
 * What follows from an attempt: 2xx is delivered, 410 ends the endpoint, everything else is tried again after a pause
 * that grows fourfold, from five seconds to twelve hours. Meanwhile the endpoint itself rests a little.
 * @param chance from 0 to 1, for the jitter.
 */
export function afterAttempt(due: DueDelivery, result: SendResult, now: Date, chance: number): Verdict {
  const code = 'status' in result ? String(result.status) : result.fault;
  if (/^2\d\d$/.test(code)) {
    const settlement: Settlement = { result: code, outcome: 'delivered', pauseMs: 0 };
    return { settlement, health: { isWell: true, restMs: 0, disable: null } };
  }
  const disable = code === '410' ? 'gone' : givesUp(due, now) ? 'failing' : null;
  const isLast = disable !== null || due.attempts >= MAX_ATTEMPTS;
  return {
    settlement: { result: code, outcome: isLast ? 'failed' : null, pauseMs: pauseAfter(due.attempts, chance) },
    health: { isWell: false, restMs: Math.min(1_000 * 2 ** due.failures, LONGEST_REST_MS), disable },
  };
}

/** Milliseconds until the next attempt, after so many. */
export function pauseAfter(attempts: number, chance: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 4 ** (attempts - 1), LONGEST_PAUSE_MS);
  return Math.round(pause * (1 - JITTER + 2 * JITTER * chance));
}

function givesUp({ failingSince }: DueDelivery, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() > GIVEN_UP_AFTER_MS;
}
