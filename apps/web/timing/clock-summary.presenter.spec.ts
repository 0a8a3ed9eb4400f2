import { describe, expect, it } from '@jest/globals';
import type { ClockDetail } from '#clocks';
import type { CaseTiming } from '#decisions';
import { WORDS } from '../words/words.ts';
import { clockSummary, spanInWords } from './clock-summary.presenter.ts';
import { limitInWords } from './clocks-page.presenter.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;

function aClock(id: string, dueInHours: number, more: object = {}): ClockDetail {
  const startedAt = new Date('2026-11-20T12:00:00Z');
  const times = {
    startedAt,
    dueAt: new Date(NOW.getTime() + dueInHours * HOUR),
    stoppedAt: null,
    stoppedBy: null,
    pausedAt: null,
  };
  const clock = { id, kind: 'urgency', subjectId: null, breach: null, ...times, ...more };
  return { clock, definition: null, pauses: [], steps: [] } as never;
}

function summaryOf(clocks: readonly ClockDetail[]) {
  const found = { id: 'c1', handoverWaiting: false };
  return clockSummary({ found, clocks, milestones: [], handovers: [] } as unknown as CaseTiming, WORDS.en, NOW);
}

describe('the clocks of a case in short', () => {
  it('show those that run, the one due first before all, each in words', () => {
    const { running, overdue } = summaryOf([
      aClock('later', 30),
      aClock('late', -2),
      aClock('done', 5, { stoppedAt: NOW }),
    ]);

    expect(running.map(({ id, stateText, by }) => [id, stateText, by])).toEqual([
      ['late', 'Overdue', '2 hours late'],
      ['later', 'In time', '1 day 6 hours left'],
    ]);
    expect(overdue).toBe(1);
  });

  it('ask why a clock ran out until somebody has said it', () => {
    const breach = { code: 'other', note: null, byName: 'Sam', at: NOW };
    const { running } = summaryOf([aClock('one', -2), aClock('two', -1, { breach }), aClock('three', 1)]);

    expect(running.map(({ needsReason }) => needsReason)).toEqual([true, false, false]);
  });

  it.each([
    [0, '0 minutes'],
    [61_000, '1 minute'],
    [HOUR, '1 hour'],
    [HOUR + 120_000, '1 hour 2 minutes'],
    [49 * HOUR, '2 days 1 hour'],
  ])('tell %p ms as %p', (ms, words) => {
    expect(spanInWords(ms, WORDS.en)).toBe(words);
  });

  it('count in Welsh with its mutations', () => {
    expect(spanInWords(48 * HOUR + 2 * 60_000, WORDS.cy)).toBe('2 ddiwrnod');
    expect(spanInWords(2 * 60_000, WORDS.cy)).toBe('2 funud');
  });

  it('say how long a limit is', () => {
    expect(limitInWords({ kind: 'working_days', limit: 0 }, WORDS.en)).toBe('the same day');
    expect(limitInWords({ kind: 'elapsed_hours', limit: 2 }, WORDS.en)).toBe('2 hours, nights and holidays included');
  });
});
