import type { ClockKind } from '#domain';
import type { ClockRules } from './plan-clocks.ts';

/** The first moment at which a clock of the worklist is due; null when none of them runs. */
export function nextDueOf(
  { caseClocks }: Pick<ClockRules, 'caseClocks'>,
  running: readonly {
    readonly kind: ClockKind;
    readonly dueAt: Date;
    readonly pausedAt?: Date | null;
    readonly stoppedAt: Date | null;
  }[],
): Date | null {
  const times = running
    .filter(({ pausedAt, stoppedAt }) => (pausedAt ?? null) === null && stoppedAt === null)
    .filter(({ kind }) => caseClocks.get(kind)?.worklist === true)
    .map(({ dueAt }) => dueAt.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}
