import { mayDo } from '#access-policy';
import type { ClockDetail } from '#clocks';
import type { ClockRule } from '#deadlines';
import type { CaseTiming } from '#decisions';
import type { Actor } from '#domain';
import type { Words } from '../words/words.ts';
import { type ClockLine, clockLine, clockSummary } from './clock-summary.presenter.ts';

interface Link {
  readonly href: string;
  readonly text: string;
}

/** A clock with everything that is known of it. */
interface ClockPart extends ClockLine {
  readonly limit: string;
  readonly isVerified: boolean;
  readonly pauses: readonly { reason: string; note: string | null; from: Date; to: Date | null; by: string }[];
  readonly steps: readonly { text: string; at: Date; told: string }[];
  readonly why: {
    readonly reason: string;
    readonly note: string | null;
    readonly by: string;
    readonly at: Date;
  } | null;
  readonly links: readonly Link[];
}

interface May {
  readonly words: Words;
  readonly mayPause: boolean;
  readonly mayExplain: boolean;
  readonly base: string;
}

interface Frame {
  readonly actor: Actor;
  readonly words: Words;
  readonly now: Date;
}

export function clocksPage(timing: CaseTiming, frame: Frame) {
  const { actor, words, now } = frame;
  const { found } = timing;
  const parts = timing.clocks.map((detail) => clockPart(detail, timing, frame));
  const running = parts.filter(({ stoppedAt }) => stoppedAt === null);
  const may = (action: 'milestone.record' | 'case.hand_over') => mayDo(actor, action, found) === 'allowed';
  const base = `/cases/${found.id}/clocks`;
  return {
    clocks: clockSummary(timing, words, now),
    running: running.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime()),
    past: parts.filter(({ stoppedAt }) => stoppedAt !== null).toReversed(),
    milestones: timing.milestones.map(({ milestone, happenedAt, source, recordedByName, recordedAt }) => ({
      ...{ text: words.codes.milestones[milestone], at: happenedAt, source: words.codes.milestoneSources[source] },
      ...{ by: words.timing.recordedBy(recordedByName), recordedAt },
    })),
    handovers: timing.handovers.map(({ actions, madeByName, madeAt, acceptedByName, acceptedAt }) => ({
      ...{ actions, by: madeByName, at: madeAt, acceptedAt },
      accepted: acceptedByName === null ? null : words.timing.acceptedBy(acceptedByName),
    })),
    milestoneHref: may('milestone.record') ? `${base}/milestone` : null,
    handOverHref: may('case.hand_over') && !found.handoverWaiting ? `${base}/handover` : null,
    acceptHref: may('case.hand_over') && found.handoverWaiting ? `${base}/handover/accept` : null,
  };
}

function clockPart(detail: ClockDetail, { found }: CaseTiming, { actor, words, now }: Frame): ClockPart {
  const { clock, definition, pauses, steps } = detail;
  const line = clockLine(detail, words, now);
  const may = (action: 'milestone.record' | 'clock.pause') => mayDo(actor, action, found) === 'allowed';
  return {
    ...line,
    limit: limitInWords(clock.rule, words),
    isVerified: definition?.evidence === 'found',
    pauses: pauses.map(({ reasonCode, note, from, to, byName }) => ({
      ...{ reason: pauseReason(reasonCode, detail, words), note, from, to, by: byName },
    })),
    steps: steps.map(({ stage, firedAt, told }) => ({
      text: stageText(stage, words),
      at: firedAt,
      told: toldText(told, words),
    })),
    why: whyOf(clock.breach, words),
    links: linksOf(detail, line, {
      words,
      mayPause: may('clock.pause'),
      mayExplain: may('milestone.record'),
      base: `/cases/${found.id}/clocks`,
    }),
  };
}

function linksOf({ clock, definition }: ClockDetail, { state }: ClockLine, may: May): Link[] {
  const { actions } = may.words.timing;
  const of = (step: string, text: string): Link => ({ href: `${may.base}/${clock.id}/${step}`, text });
  const links: Link[] = [];
  if (may.mayPause && clock.stoppedAt === null) {
    if (clock.pausedAt !== null) links.push(of('resume', actions.resume));
    else if ((definition?.pauses.length ?? 0) > 0) links.push(of('pause', actions.pause));
  }
  if (may.mayExplain && (state === 'overdue' || state === 'late')) links.push(of('reason', actions.reason));
  return links;
}

/** A reason by its code; one that an authority added says what its table calls it. */
export function pauseReason(code: string, { definition }: Pick<ClockDetail, 'definition'>, { timing }: Words): string {
  const known: Readonly<Record<string, string>> = timing.pauseReasons;
  return known[code] ?? definition?.pauses.find((reason) => reason.code === code)?.title ?? code;
}

function whyOf(breach: ClockDetail['clock']['breach'], { codes }: Words): ClockPart['why'] {
  if (breach === null) return null;
  const reasons: Readonly<Record<string, string>> = codes.breachReasons;
  return { reason: reasons[breach.code] ?? breach.code, note: breach.note, by: breach.byName, at: breach.at };
}

function stageText(stage: string, { timing: { stages } }: Words): string {
  return stage === 'due_soon' ? stages.due_soon : stage === 'breached' ? stages.breached : stages.later;
}

function toldText(told: readonly string[], { timing }: Words): string {
  const known: Readonly<Record<string, string>> = timing.told;
  return told.map((to) => known[to] ?? to).join(', ');
}

/** How long a clock allows, in words. */
export function limitInWords(rule: ClockRule, { timing: { limits } }: Words): string {
  switch (rule.kind) {
    case 'working_days':
      return rule.limit === 0 ? limits.sameDay : limits.workingDays(rule.limit);
    case 'calendar_days':
      return rule.limit === 0 ? limits.sameDay : limits.calendarDays(rule.limit);
    case 'calendar_months':
      return limits.months(rule.limit);
    case 'elapsed_hours':
      return limits.elapsedHours(rule.limit);
    case 'working_hours':
      return limits.workingHours(rule.limit);
    case 'event':
      return limits.event;
  }
}
