import { lastOpenAt, type WorkingCalendar } from '#deadlines';
import type { CaseClockDefinition, EscalatesTo } from '#nation-packs';
import type { ClockTimes } from './case-clock.ts';

const MS_PER_HOUR = 3_600_000;

/** A step of a clock's escalation and the moment it is due. */
export interface EscalationStep {
  readonly stage: string;
  readonly at: Date;
  /** False for a warning: the clock has not run out. */
  readonly breached: boolean;
  readonly to: readonly EscalatesTo[];
}

/** Every step of a clock's escalation, earliest first. Source: domain pack 4.5, F1. */
export function escalationSteps(
  definition: CaseClockDefinition,
  calendar: WorkingCalendar,
  clock: ClockTimes,
): readonly EscalationStep[] {
  const warningAt = warnAt(definition, calendar, clock);
  const momentOf = (when: CaseClockDefinition['escalation'][number]['when']): Date => {
    if (when === 'warning') return warningAt;
    const after = when === 'breach' ? 0 : when.hoursAfter;
    return new Date(clock.dueAt.getTime() + after * MS_PER_HOUR);
  };
  return definition.escalation
    .map(({ stage, when, to }) => ({ stage, at: momentOf(when), breached: when !== 'warning', to }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** When the first of the steps that were not taken is due; null when all were. */
export function nextStepAt(steps: readonly EscalationStep[], taken: ReadonlySet<string>): Date | null {
  return steps.find(({ stage }) => !taken.has(stage))?.at ?? null;
}

/**
 * A warning while nobody is in the office warns nobody: where the clock itself keeps office days, it goes out before they
 * leave. Clocks of elapsed time run at night, and so do their warnings.
 */
function warnAt(
  { warnBefore }: CaseClockDefinition,
  calendar: WorkingCalendar,
  { rule, startedAt, dueAt }: ClockTimes,
): Date {
  const [start, due] = [startedAt.getTime(), dueAt.getTime()];
  const before = warnBefore.by === 'hours' ? warnBefore.hours * MS_PER_HOUR : warnBefore.share * (due - start);
  const wanted = Math.round(due - before);
  const runsAtNight = rule.kind === 'elapsed_hours' || rule.kind === 'event';
  return new Date(Math.max(Math.min(start, due), runsAtNight ? wanted : lastOpenAt(calendar, wanted)));
}
