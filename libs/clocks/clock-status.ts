import type { CaseClockDefinition } from '#nation-packs';
import type { CaseClock } from './case-clock.ts';

/**
 * How a clock stands: it `runs` in time, stands `paused`, is `overdue`, was `met`, was stopped `late`, or was `replaced` by
 * another of its kind. `byMs` is the time left or kept in hand; for what is overdue or late, the time beyond.
 */
export interface ClockStatus {
  readonly state: 'running' | 'paused' | 'overdue' | 'met' | 'late' | 'replaced';
  readonly byMs: number;
}

/** A paused clock is judged by the moment at which it was stopped: what had run out by then stays overdue. */
export function clockStatus(clock: CaseClock, definition: CaseClockDefinition | null, now: Date): ClockStatus {
  const until = (clock.stoppedAt ?? clock.pausedAt ?? now).getTime();
  const left = clock.dueAt.getTime() - until;
  const byMs = Math.abs(left);
  if (clock.stoppedAt !== null && wasReplaced(clock, definition)) return { state: 'replaced', byMs };
  if (clock.stoppedAt !== null) return { state: left >= 0 ? 'met' : 'late', byMs };
  if (left < 0) return { state: 'overdue', byMs };
  return { state: clock.pausedAt === null ? 'running' : 'paused', byMs };
}

function wasReplaced({ stoppedBy }: CaseClock, definition: CaseClockDefinition | null): boolean {
  if (stoppedBy === null || definition === null) return false;
  return definition.restartsOn.includes(stoppedBy) && !definition.stopsOn.includes(stoppedBy);
}
