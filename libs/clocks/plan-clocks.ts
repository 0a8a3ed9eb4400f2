import { dueAt, type WorkingCalendar } from '#deadlines';
import type { ClockEvent, DecidedPathway, Milestone, Urgency } from '#domain';
import { type CaseClockDefinition, type CaseClockTable, ruleOf } from '#nation-packs';
import type { CaseClock, NewClock } from './case-clock.ts';
import { escalationSteps, nextStepAt } from './escalation-steps.ts';

/** The clocks of an authority and the calendar they run on; an `AuthorityProfile` is one. */
export interface ClockRules {
  readonly caseClocks: CaseClockTable;
  readonly calendar: WorkingCalendar;
}

/** Something that happened to a case, with what its clocks may depend on. */
export interface ClockMoment {
  readonly event: ClockEvent;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly urgency: Urgency | null;
  /** Pathway of the signed decision; null while there is none. */
  readonly pathway: DecidedPathway | null;
  readonly subjectId: string | null;
  readonly stage: number | null;
  /** The time-critical event that the referral names; null when it names none. */
  readonly eventAt: Date | null;
  /** From when to count where the caller knows better than the table. */
  readonly startedAt: Date | null;
  /** When each milestone was last reached. */
  readonly milestones: ReadonlyMap<Milestone, Date>;
}

interface MomentOfCase extends ClockMoment {
  readonly running: readonly CaseClock[];
}

/** What an event does to the clocks of a case. */
export interface ClockPlan {
  readonly stops: readonly CaseClock[];
  readonly starts: readonly NewClock[];
}

/** What the authority's table says that this event stops and starts, given the clocks that run. */
export function planClocks(rules: ClockRules, moment: ClockMoment, running: readonly CaseClock[]): ClockPlan {
  const stops: CaseClock[] = [];
  const starts: NewClock[] = [];
  for (const definition of rules.caseClocks.values()) {
    const current = running.find(({ kind, subjectId }) => kind === definition.kind && subjectId === moment.subjectId);
    const next = clockStartedBy(rules, definition, { ...moment, running }, current !== undefined);
    const isStopped = definition.stopsOn.includes(moment.event);
    if (current !== undefined && (isStopped || (next !== null && !isSame(current, next)))) stops.push(current);
    if (next !== null && (current === undefined || !isSame(current, next))) starts.push(next);
  }
  return { stops, starts };
}

function clockStartedBy(
  { calendar }: ClockRules,
  definition: CaseClockDefinition,
  moment: MomentOfCase,
  runs: boolean,
): NewClock | null {
  const { event, urgency, stage, pathway } = moment;
  if (!(runs ? definition.restartsOn : definition.startsOn).includes(event)) return null;
  if (definition.pathway !== null && definition.pathway !== pathway) return null;
  const rule = ruleOf(definition, urgency, stage);
  const startedAt = startOf(definition, moment);
  const eventAt = moment.eventAt === null ? {} : { eventAt: moment.eventAt.getTime() };
  const due = dueAt(calendar, rule, startedAt.getTime(), eventAt);
  if (due.kind !== 'due') return null;
  const times = { rule, startedAt, dueAt: new Date(due.at) };
  const { kind, law } = definition;
  const reached = reachedBefore(definition, moment, startedAt);
  const next = nextStepAt(escalationSteps(definition, calendar, times), new Set());
  const nextEscalationAt = reached.stoppedAt === null ? next : null;
  return { kind, law, stage, subjectId: moment.subjectId, startedBy: event, nextEscalationAt, ...times, ...reached };
}

/** Milestones are recorded in any order: a child seen after the enquiry began may be on record before its beginning. */
function reachedBefore(
  { stopsOn }: CaseClockDefinition,
  { milestones }: ClockMoment,
  startedAt: Date,
): Pick<NewClock, 'stoppedAt' | 'stoppedBy'> {
  for (const [milestone, at] of milestones) {
    if (stopsOn.includes(milestone) && at.getTime() >= startedAt.getTime())
      return { stoppedAt: at, stoppedBy: milestone };
  }
  return { stoppedAt: null, stoppedBy: null };
}

function startOf({ countsFrom }: CaseClockDefinition, moment: MomentOfCase): Date {
  if (moment.startedAt !== null) return moment.startedAt;
  if (countsFrom === 'undecided') return undecidedSince(moment);
  if (countsFrom === 'event') return moment.at;
  return countsFrom === 'receipt' ? moment.receivedAt : (moment.milestones.get(countsFrom) ?? moment.at);
}

/** The receipt of the referral, or the moment at which a case that was decided came back. */
function undecidedSince({ running, receivedAt }: MomentOfCase): Date {
  return running.find(({ kind }) => kind === 'decide_next_steps')?.startedAt ?? receivedAt;
}

/** Started again with the same end it would only be warned of twice. */
function isSame(current: CaseClock, next: NewClock): boolean {
  return current.dueAt.getTime() === next.dueAt.getTime() && current.stage === next.stage;
}
