import type { ChannelResult } from '../channels/channel.ts';
import type { Settlement } from './delivery.ts';

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** A pause is up to a fifth shorter or longer, so that what failed together is not tried again together. */
const JITTER = 0.2;
/** About six hours. */
export const MOST_ATTEMPTS = 12;
/** About seven minutes: then a person has to know that nobody was reached. */
export const MOST_ATTEMPTS_URGENT = 5;
const FIRST_QUESTION_MS = 15_000;
/** A provider that says nothing for so long is not asked any more: the message counts as sent. */
const ASKED_FOR_MS = 3 * 24 * 3_600_000;

type Outcome = Pick<Settlement, 'state' | 'result' | 'nextAttemptAt' | 'providerReference'>;

/** As much of a delivery as says what follows from an attempt. */
export interface Attempted {
  readonly urgent: boolean;
  readonly attempts: number;
  readonly createdAt: Date;
}

/**
 * What follows from an attempt to send, or from a question what became of one. Permanent refusals end it; everything else
 * is tried again after a pause that grows threefold, from ten seconds to an hour.
 * @param chance from 0 to 1, for the jitter.
 */
export function afterSending(due: Attempted, result: ChannelResult, now: Date, chance: number): Outcome {
  switch (result.outcome) {
    case 'delivered':
      return { state: 'delivered', result: 'ok', nextAttemptAt: null, providerReference: result.reference };
    case 'handed_over':
      return { state: 'sent', result: 'ok', nextAttemptAt: null, providerReference: result.reference };
    case 'pending': {
      const nextAttemptAt = nextQuestion(now, due.createdAt);
      return { state: 'sent', result: result.code, nextAttemptAt, providerReference: result.reference };
    }
    case 'refused': {
      const isLast = result.isPermanent || due.attempts >= (due.urgent ? MOST_ATTEMPTS_URGENT : MOST_ATTEMPTS);
      const nextAttemptAt = isLast ? null : new Date(now.getTime() + pauseAfter(due.attempts, chance));
      return { state: isLast ? 'failed' : 'queued', result: result.code, nextAttemptAt, providerReference: null };
    }
  }
}

/** The older a message, the more seldom its provider is asked. */
function nextQuestion(now: Date, createdAt: Date): Date | null {
  const age = now.getTime() - createdAt.getTime();
  const pause = Math.min(Math.max(FIRST_QUESTION_MS, age / 4), LONGEST_PAUSE_MS);
  return age > ASKED_FOR_MS ? null : new Date(now.getTime() + pause);
}

/** Milliseconds until the next attempt, after so many. */
export function pauseAfter(attempts: number, chance: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 3 ** (Math.max(1, attempts) - 1), LONGEST_PAUSE_MS);
  return Math.round(pause * (1 - JITTER + 2 * JITTER * chance));
}
