import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays } from './bank-holidays.data.ts';
import { DIVISIONS } from './division.ts';
import { dueAfterWorkingDays, dueAt } from './due-at.ts';
import { CalendarRangeError } from './errors.ts';
import type { Pause } from './pause.ts';
import { type Authority, clockChanges, DAY, MINUTE, slowDueAt } from './testing/slow-clock.ts';
import { type ReceivedOutsideHours, workingCalendar } from './working-calendar.ts';

/*
 * Every run takes hundreds of starts from a random seed, which fast-check prints with a failure, each in all three
 * calendars. ORACLE_RUNS=30000 takes that many, in several minutes.
 */
/** Starts in a run, each in three calendars. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 500);

function orOutside<T>(answer: () => T): T | 'outside' {
  try {
    return answer();
  } catch (error: unknown) {
    if (error instanceof CalendarRangeError) return 'outside';
    throw error;
  }
}

const HOURS = [
  {},
  { opensAt: '08:30', closesAt: '17:30' },
  { opensAt: '10:00', closesAt: '20:00' },
  { opensAt: '00:00', closesAt: '23:59' },
];
const anyHabits = fc.record({
  hours: fc.constantFrom(...HOURS),
  receivedOutsideHours: fc.constantFrom<ReceivedOutsideHours[]>('same_day', 'next_opening'),
  extraClosedOn: fc.constantFrom<string[][]>(
    [],
    ['2024-12-24', '2026-04-02', '2026-10-26', '2027-03-30', '2028-12-27'],
  ),
});
const anyRule = fc.oneof(
  fc.record({ kind: fc.constant('working_days' as const), limit: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ kind: fc.constant('calendar_days' as const), limit: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('calendar_months' as const), limit: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('elapsed_hours' as const), limit: fc.integer({ min: 1, max: 400 }).map((n) => n / 4) }),
  fc.record({ kind: fc.constant('working_hours' as const), limit: fc.integer({ min: 1, max: 240 }).map((n) => n / 4) }),
);

/** Times of day that matter come up often: to the millisecond, on the minute, on the quarter of an hour. */
function atAnyPrecision(start: fc.Arbitrary<number>): fc.Arbitrary<number> {
  return fc
    .tuple(start, fc.constantFrom(1, MINUTE, 15 * MINUTE))
    .map(([at, precision]) => Math.floor(at / precision) * precision);
}

const tenYears = { min: Date.parse('2018-12-31T00:00Z'), max: Date.parse('2028-12-31T23:59Z') };
const anyStart = atAnyPrecision(fc.noBias(fc.integer(tenYears)));

function startAround(instants: readonly number[], days: number): fc.Arbitrary<number> {
  const distance = fc.noBias(fc.integer({ min: -days * DAY, max: days * DAY }));
  return atAnyPrecision(fc.tuple(fc.constantFrom(...instants), distance).map(([at, away]) => at + away));
}

/** None, mostly; else up to three, one after the other, of minutes to days, some of them without length. */
const anyPauses = fc.oneof(
  { weight: 2, arbitrary: fc.constant<[number, number][]>([]) },
  {
    weight: 3,
    arbitrary: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 6 * DAY }), fc.integer({ min: 0, max: 4 * DAY })).map(([wait, length]) => {
        const precision = wait % 2 === 0 ? 15 * MINUTE : 1;
        return [wait, length].map((ms) => Math.floor(ms / precision) * precision) as [number, number];
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

/** Each pause waits so long after the one before, or the start, and lasts so long. */
function laidOut(startedAt: number, lengths: readonly [number, number][]): Pause[] {
  let at = startedAt;
  return lengths.map(([wait, length]) => {
    const from = at + wait;
    at = from + length;
    return { from, to: at };
  });
}

/** Compares the library with the oracle in all three calendars; on failure fast-check prints the seed and the case. */
function agreesWithOracle(starts: fc.Arbitrary<number>, share: number): void {
  const property = fc.property(
    starts,
    anyRule,
    anyHabits,
    anyPauses,
    (startedAt, rule, { hours, ...habits }, lengths) => {
      const pauses = laidOut(startedAt, lengths);
      for (const division of DIVISIONS) {
        const authority: Authority = { division, ...hours, ...habits };
        const calendar = workingCalendar(division, authority);
        const slow = slowDueAt({ authority, pauses }, rule, startedAt);

        const expected = slow === 'outside' ? slow : { kind: 'due', at: slow };
        expect(orOutside(() => dueAt(calendar, rule, startedAt, { pauses }))).toEqual(expected);
        if (rule.kind !== 'working_days' || pauses.length > 0) continue;
        expect(orOutside(() => dueAfterWorkingDays(calendar, startedAt, rule.limit))).toBe(slow);
      }
    },
  );
  fc.assert(property, { numRuns: Math.round(RUNS * share) });
}

describe('every clock agrees with a minute-by-minute walk', () => {
  const easterAndChristmas = DIVISIONS.flatMap((division) => bankHolidays[division])
    .filter(({ title }) => /good friday|christmas/i.test(title))
    .map(({ date }) => Date.parse(`${date}T12:00Z`));

  it('whose table holds the two clock changes of each year', () => {
    expect(clockChanges.length).toBe(20);
    expect(clockChanges).toEqual(
      expect.arrayContaining([Date.parse('2026-03-29T01:00Z'), Date.parse('2026-10-25T01:00Z')]),
    );
  });

  it('from anywhere in ten years', () => {
    agreesWithOracle(anyStart, 0.4);
  });

  it('from the days around both clock changes', () => {
    agreesWithOracle(startAround(clockChanges, 4), 0.2);
  });

  it('from the hours around both clock changes', () => {
    agreesWithOracle(startAround(clockChanges, 0.25), 0.15);
  });

  it('from the days around 15 June 2026, a holiday in Scotland alone', () => {
    agreesWithOracle(startAround([Date.parse('2026-06-15T12:00Z')], 10), 0.1);
  });

  it('from the days around Easter and Christmas', () => {
    agreesWithOracle(startAround(easterAndChristmas, 7), 0.15);
  });
});
