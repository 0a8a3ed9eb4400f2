import { DeadlineInputError } from './errors.ts';
import { assertEpochMs, type EpochMs } from './london-time.ts';

/** A time during which a clock stood still: from the first instant up to, and not counting, the second. */
export interface Pause {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Refuses pauses that overlap, run backwards, or begin before the clock did. */
export function assertPauses(pauses: readonly Pause[], startedAt: EpochMs): void {
  let runningFrom = assertEpochMs(startedAt);
  for (const { from, to } of pauses) {
    if (assertEpochMs(from) < runningFrom || assertEpochMs(to) < from) {
      throw new DeadlineInputError('pauses must follow each other and lie after the start of the clock');
    }
    runningFrom = to;
  }
}

/** A day counts for a clock unless it stood still when business closed: an hour's pause in the morning costs no day. */
export function stoodStillAt(pauses: readonly Pause[], close: EpochMs): boolean {
  return pauses.some(({ from, to }) => from < close && close <= to);
}

/** How a limit in hours is spent: when it would be used up from an instant on, and how much of it passes between two. */
export interface RunningTime {
  readonly usedUpAt: (from: EpochMs, leftMs: number) => EpochMs;
  readonly between: (from: EpochMs, to: EpochMs) => number;
}

/** The instant at which a limit is used up by the time in which the clock ran. */
export function usedUpAround(
  pauses: readonly Pause[],
  startedAt: EpochMs,
  limitMs: number,
  { usedUpAt, between }: RunningTime,
): EpochMs {
  let from = startedAt;
  let left = limitMs;
  for (const pause of pauses) {
    const due = usedUpAt(from, left);
    if (due <= pause.from) return due;
    left -= between(from, pause.from);
    from = pause.to;
  }
  return usedUpAt(from, left);
}
