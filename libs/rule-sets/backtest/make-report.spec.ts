import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEVELS, URGENCIES } from '#domain';
import { profileOf } from '#nation-packs';
import { dayNumberOf } from '../history/day-number.ts';
import { makeReport } from './make-report.ts';
import type { BacktestReport } from './report.ts';
import { Tally, type TallyState } from './tally.ts';
import { type SomeCase, someCases, times, WORDS } from './testing/some-cases.ts';

const GIVEN = { authorityId: 'larkshire', draft: { id: 'draft', version: '2', hash: 'hash' }, asOn: '2026-06-01' };

function tallyOf(cases: readonly SomeCase[]): Tally {
  const tally = new Tally();
  const { columns, after } = someCases(cases);
  tally.add(columns, after);
  return tally;
}

function reportOf(cases: readonly SomeCase[], recent: readonly SomeCase[] = []): BacktestReport {
  const tallies = { all: tallyOf(cases), recent: tallyOf(recent) };
  return makeReport({ ...GIVEN, ...tallies, words: WORDS, profile: profileOf('larkshire') });
}

const STAYS: SomeCase = { from: ['universal', 'blue'], to: ['universal', 'blue'] };
const STATUTORY: SomeCase = { from: ['statutory_need', 'amber'], to: ['statutory_need', 'amber'] };
const FALLS: SomeCase = { from: ['statutory_need', 'amber'], to: ['early_help', 'amber'] };

describe('a report', () => {
  const report = reportOf([...times(7, STAYS), ...times(2, FALLS), { ...STAYS, to: ['universal', 'green'] }]);

  it('counts who moves between pathways, levels and urgencies', () => {
    expect(report.overall.pathways).toEqual([
      [8, 0, 0],
      [0, 0, 0],
      [0, 2, 0],
    ]);
    expect(report.overall.urgencies[0]).toEqual([7, 1, 0, 0]);
    expect([report.cases, report.lower, report.higher]).toEqual([10, 2, 1]);
    expect(report.moves[0]).toEqual({
      from: { level: 'statutory_need', urgency: 'amber' },
      to: { level: 'early_help', urgency: 'amber' },
      cases: 2,
    });
  });

  it('counts a case as lower when its urgency falls while its level rises', () => {
    const mixed = reportOf([{ from: ['early_help', 'red'], to: ['statutory_need', 'green'] }]);
    expect([mixed.lower, mixed.higher]).toEqual([1, 0]);
  });

  it('says what each queue gets, in all and a week', () => {
    const queue = report.workload.queues.find((each) => each.queue === 'assessment');
    expect(queue).toMatchObject({ title: 'Assessment teams', before: 2, after: 0, perWeek: { before: 2, after: 0 } });
    expect(report.workload.weeks).toMatchObject([{ week: '2026-06-01' }]);
  });

  it('says how many decisions fall due on each day', () => {
    // 1 June 2026 is a Monday: amber ends after one working day, blue after five.
    const due = report.deadlines.days.map(({ day, before }) => [day, before]);
    expect(due).toEqual([
      ['2026-06-02', [0, 0, 2, 0]],
      ['2026-06-04', [0, 0, 0, 0]],
      ['2026-06-08', [8, 0, 0, 0]],
    ]);
  });

  it('names groups by their words and counts the unknown as one', () => {
    const { groups } = reportOf([STAYS, { ...STAYS, areaCode: 65_535, ethnicityCode: 255, sex: 0, ageBand: 0 }]);
    const names = groups.map(({ dimension, group }) => `${dimension} ${group}`);
    expect(names).toEqual(
      expect.arrayContaining(['area north', 'area unknown', 'ethnicity WBRI', 'ethnicity unknown']),
    );
    expect(names).toEqual(expect.arrayContaining(['sex male', 'sex unknown', 'ageBand unknown', 'month 2026-06']));
  });

  it('of no cases at all is even', () => {
    expect(reportOf([])).toMatchObject({ cases: 0, outcome: 'even', lower: 0, groups: [] });
  });
});

describe('an uneven effect', () => {
  const rest = [...times(50, STATUTORY), ...times(50, STAYS)].map((one) => ({ ...one, areaCode: 1, sex: 2 }));
  const uneven = (own: readonly SomeCase[]): BacktestReport['uneven'] =>
    reportOf([...rest, ...own]).uneven.filter(({ dimension, group }) => dimension === 'area' && group === 'north');

  it('is a share that moves by five points', () => {
    const found = uneven([...times(9, STATUTORY), FALLS, ...times(10, STAYS)]);
    expect(found).toMatchObject([
      { measure: 'statutory', share: { before: 0.5, after: 0.45 }, why: ['moved_by_5_points'] },
    ]);
    expect(uneven([...times(49, STATUTORY), FALLS, ...times(50, STAYS)])).toEqual([]);
  });

  it('is a ratio to all others that leaves 0.8 to 1.25', () => {
    const own = [...times(79, STATUTORY), ...times(5, FALLS), ...times(116, STAYS)];
    const [found] = uneven(own);
    expect(found?.why).toEqual(['ratio_left_limits']);
    expect(found?.ratio.before).toBeCloseTo(0.84);
    expect(found?.ratio.after).toBeCloseTo(0.79);
  });

  it('is not found in a group of fewer than ten', () => {
    expect(uneven(times(9, FALLS))).toEqual([]);
    expect(uneven(times(10, FALLS))).not.toEqual([]);
  });

  it('is found in the last ninety days alone', () => {
    const late = [...rest, ...times(10, FALLS)];
    const report = reportOf([...times(5_000, STATUTORY), ...rest], late);
    expect(report.uneven.map(({ window }) => window)).toContain('last_90_days');
    expect(report.outcome).toBe('uneven');
  });
});

describe('a tally', () => {
  const placing = fc.tuple(fc.constantFrom(...LEVELS), fc.constantFrom(...URGENCIES));
  const aCase: fc.Arbitrary<SomeCase> = fc.record({
    ...{ from: placing, to: placing },
    areaCode: fc.constantFrom(0, 1, 65_535),
    ageBand: fc.nat(6),
    day: fc.integer({ min: dayNumberOf('2025-12-20'), max: dayNumberOf('2026-02-10') }),
  });

  it('is the same however history is cut into blocks, and after it was kept as JSON', () => {
    fc.assert(
      fc.property(fc.array(aCase), fc.array(aCase), (first, second) => {
        const whole = tallyOf([...first, ...second]);
        const parts = tallyOf(second);
        parts.merge(JSON.parse(JSON.stringify(tallyOf(first).state())) as TallyState);
        const report = (all: Tally): BacktestReport =>
          makeReport({ ...GIVEN, all, recent: new Tally(), words: WORDS, profile: profileOf('larkshire') });
        expect(report(parts)).toEqual(report(whole));
      }),
      { numRuns: 25 },
    );
  });
});
