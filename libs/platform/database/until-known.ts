import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '#domain';
import { OutcomeUnknownError } from './unavailable.ts';

/** Pauses before the second try and those after it, in milliseconds: as long as a restart or a failover takes. */
const PAUSES_MS = [100, 500, 1_500, 3_000] as const;

/**
 * Does work again while nobody knows whether its commit was made. Only for work that writes under ids which stay the same
 * and finds what is there already: PostgreSQL makes a second try wait for a first one that is still committing.
 * @throws OutcomeUnknownError when it is not known after some seconds either; whatever else the work throws.
 */
export async function untilKnown<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error: unknown) {
    if (!(error instanceof OutcomeUnknownError)) throw error;
    return askAgain(work, error);
  }
}

async function askAgain<T>(work: () => Promise<T>, unknown: OutcomeUnknownError): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    await sleep(pauseMs);
    try {
      return await work();
    } catch (error: unknown) {
      if (!isAway(error)) throw error;
    }
  }
  throw unknown;
}

/** What could not be asked is still not known. */
function isAway(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'unavailable';
}
