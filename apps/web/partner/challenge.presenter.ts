import { type ChallengeTimeline, STAGES } from '#challenges';
import { momentIn } from '../pages/moments.ts';
import type { Frame } from './sent-list.presenter.ts';

export const STEPS = ['accept', 'escalate', 'withdraw'] as const;
export type Step = (typeof STEPS)[number];

interface SaidEntry {
  readonly title: string;
  readonly by: string;
  readonly at: Date;
  readonly text: string;
  readonly isAtRisk: boolean;
}

/** A challenge as the agency that opened it sees it. */
export interface ChallengeStanding {
  readonly state: string;
  readonly grounds: string;
  readonly stage: string;
  readonly due: string | null;
  readonly isLate: boolean;
  readonly outcome: string | null;
  readonly entries: readonly SaidEntry[];
  /** What the agency can do now, the most usual first. */
  readonly steps: readonly Step[];
  readonly advice: string | null;
}

export function challengeStanding({ challenge, entries }: ChallengeTimeline, frame: Frame): ChallengeStanding {
  const { words, now } = frame;
  const { challenging } = words.partner;
  const { state, stage, outcome, grounds, dueAt } = challenge;
  const isLate = state === 'open' && dueAt !== null && dueAt < now;
  return {
    state: challenging.states[state],
    grounds: wordOf(challenging.grounds, grounds),
    stage: challenging.one.stageOf(stage, challenging.stages[stage - 1] ?? ''),
    due: state === 'open' ? dueText(dueAt, isLate, frame) : null,
    isLate,
    outcome: outcome === null ? null : wordOf(challenging.outcomes, outcome),
    entries: entries.map((entry) => ({
      title: `${challenging.entries[entry.kind]}, ${challenging.one.at(entry.stage)}`,
      by: `${entry.byName}, ${challenging.sides[entry.side]}`,
      at: entry.at,
      text: entry.written,
      isAtRisk: entry.immediateRisk,
    })),
    ...nextSteps({ challenge, entries }, frame),
  };
}

function dueText(dueAt: Date | null, isLate: boolean, { words, language }: Frame): string {
  const { one } = words.partner.challenging;
  if (dueAt === null) return one.none;
  const moment = momentIn(language, dueAt);
  return isLate ? one.dueLate(moment) : moment;
}

function nextSteps(
  { challenge, entries }: ChallengeTimeline,
  { words }: Frame,
): Pick<ChallengeStanding, 'steps' | 'advice'> {
  const { one } = words.partner.challenging;
  if (challenge.state !== 'open') return { steps: [], advice: null };
  const isAnswered = entries.at(-1)?.kind === 'response';
  const isLast = challenge.stage >= STAGES.length;
  const steps = STEPS.filter((step) => (step !== 'accept' || isAnswered) && (step !== 'escalate' || !isLast));
  return { steps, advice: isAnswered ? one.answered : isLast ? one.last : one.waitOrGo };
}

/** Codes of grounds and outcomes are kept as text: one that is not a partner's has no word here. */
function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? words['other'] ?? '';
}
