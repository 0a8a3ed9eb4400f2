import { type ClockDetail, clockStatus } from '#clocks';
import type { CaseTiming } from '#decisions';
import { lengthOf } from '../pages/lengths.ts';
import type { Words } from '../words/words.ts';

type ClockState = ReturnType<typeof clockStatus>['state'];
type Tone = 'red' | 'orange' | 'yellow' | 'green' | 'grey' | 'blue';

/** One clock in a line: what it waits for, how it stands in words and not by colour alone. */
export interface ClockLine {
  readonly id: string;
  readonly kind: string;
  readonly state: ClockState;
  readonly stateText: string;
  readonly tone: Tone;
  /** "2 hours left", "1 day late"; `null` where the time says nothing. */
  readonly by: string | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly stoppedAt: Date | null;
  /** It ran out, and nobody has said why. */
  readonly needsReason: boolean;
}

export interface ClockSummary {
  /** Those that run, the one due first before all. */
  readonly running: readonly ClockLine[];
  readonly overdue: number;
  readonly handoverWaiting: boolean;
  readonly href: string;
}

const TONES: Readonly<Record<ClockState, Tone>> = {
  running: 'blue',
  paused: 'yellow',
  overdue: 'red',
  met: 'green',
  late: 'orange',
  replaced: 'grey',
};

export function clockSummary(timing: CaseTiming, words: Words, now: Date): ClockSummary {
  const lines = timing.clocks.map((each) => clockLine(each, words, now));
  const running = lines.filter(({ stoppedAt }) => stoppedAt === null);
  return {
    running: running.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime()),
    overdue: running.filter(({ state }) => state === 'overdue').length,
    handoverWaiting: timing.found.handoverWaiting,
    href: `/cases/${timing.found.id}/clocks`,
  };
}

export function clockLine({ clock, definition }: ClockDetail, words: Words, now: Date): ClockLine {
  const { state, byMs } = clockStatus(clock, definition, now);
  const { id, kind, startedAt, dueAt, stoppedAt, breach } = clock;
  return {
    ...{ id, kind: words.codes.clockKinds[kind], state, stateText: words.codes.clockStates[state] },
    tone: TONES[state],
    by: byInWords(state, byMs, words),
    ...{ startedAt, dueAt, stoppedAt },
    needsReason: (state === 'overdue' || state === 'late') && breach === null,
  };
}

function byInWords(state: ClockState, byMs: number, words: Words): string | null {
  const span = spanInWords(byMs, words);
  switch (state) {
    case 'running':
    case 'paused':
      return words.timing.left(span);
    case 'overdue':
    case 'late':
      return words.timing.lateBy(span);
    case 'met':
    case 'replaced':
      return null;
  }
}

/** A length of time by its two largest units: "2 days 3 hours", "45 minutes". */
export function spanInWords(ms: number, { timing }: Words): string {
  const { days, hours, minutes } = lengthOf(ms);
  if (days > 0) return joined([timing.days(days)], hours, timing.hours);
  if (hours > 0) return joined([timing.hours(hours)], minutes, timing.minutes);
  return timing.minutes(minutes);
}

function joined(parts: readonly string[], rest: number, inWords: (n: number) => string): string {
  return [...parts, ...(rest === 0 ? [] : [inWords(rest)])].join(' ');
}
