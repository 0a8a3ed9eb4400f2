import { describe, expect, it } from '@jest/globals';
import { profileOf } from '#nation-packs';
import { makeReport } from '../make-report.ts';
import type { BacktestReport } from '../report.ts';
import { Tally } from '../tally.ts';
import { type SomeCase, someCases, times, WORDS } from '../testing/some-cases.ts';
import { ALL_OTHERS, suppressSmallCells } from './shared-backtest.ts';

const STAYS: SomeCase = { from: ['early_help', 'green'], to: ['early_help', 'green'] };
const FALLS: SomeCase = { from: ['statutory_need', 'amber'], to: ['early_help', 'green'] };
const UNIVERSAL: SomeCase = { from: ['universal', 'blue'], to: ['universal', 'blue'] };
const STATUTORY: SomeCase = { from: ['statutory_need', 'amber'], to: ['statutory_need', 'amber'] };

function reportOf(cases: readonly SomeCase[]): BacktestReport {
  const all = new Tally();
  const { columns, after } = someCases(cases);
  all.add(columns, after);
  return makeReport({
    ...{ authorityId: 'larkshire', draft: { id: 'draft', version: '2', hash: 'hash' }, asOn: '2026-06-01' },
    ...{ all, recent: new Tally(), words: WORDS, profile: profileOf('larkshire') },
  });
}

function shownNumbers(shared: ReturnType<typeof suppressSmallCells>): number[] {
  const lines = [shared.total, ...shared.groups].flatMap(({ cases, before, after }) => [cases, ...before, ...after]);
  return [...shared.pathways.flat(), ...lines].flatMap((count) => count ?? []);
}

describe('the view of a backtest that may leave the team', () => {
  // Three areas with every pathway; in the south alone so few go lower that they could be found out.
  const mixed = (areaCode: number): SomeCase[] =>
    [...times(60, STAYS), ...times(30, STATUTORY), ...times(20, UNIVERSAL), ...times(10, FALLS)].map((one) => ({
      ...one,
      areaCode,
    }));
  const south = [...times(40, STATUTORY), ...times(30, UNIVERSAL), ...times(20, STAYS), ...times(3, FALLS)];
  const report = reportOf([...mixed(0), ...mixed(65_535), ...south.map((one) => ({ ...one, areaCode: 1 }))]);
  const shared = suppressSmallCells(report);

  it('shows no count from 1 to 4', () => {
    expect(shownNumbers(shared).filter((count) => count > 0 && count < 5)).toEqual([]);
  });

  it('does not tell by a difference how many moved', () => {
    for (const { before, after } of [shared.total, ...shared.groups]) {
      const moved = before.map((was, place) => {
        const is = after[place] ?? null;
        return was === null || is === null ? 0 : Math.abs(is - was);
      });
      expect(moved.filter((by) => by > 0 && by < 5)).toEqual([]);
    }
  });

  it('withholds what changed for the few, and something of another area with it', () => {
    const after = (area: string): readonly (number | null)[] | undefined =>
      shared.groups.find(({ dimension, group }) => dimension === 'area' && group === area)?.after;
    expect(after('south')).toEqual([null, null, null]);
    expect([after('north'), after('unknown')].flat()).toContain(null);
  });

  it('shows what is large enough', () => {
    const north = shared.groups.find(({ dimension, group }) => dimension === 'area' && group === 'north');
    expect(north).toMatchObject({ cases: 120, before: [20, 60, 40] });
    expect(shownNumbers(suppressSmallCells(reportOf(times(50, STAYS))))).toContain(50);
  });

  it('has neither single cases nor the lists of weeks and days', () => {
    expect(Object.keys(shared)).not.toEqual(expect.arrayContaining(['moves', 'workload', 'deadlines', 'uneven']));
  });

  it('puts the smallest of very many groups together', () => {
    const many = Array.from({ length: 80 }, (_agency, agencyCode) => times(6, { ...STAYS, agencyCode })).flat();
    const words = Array.from({ length: 80 }, (_agency, place) => `agency-${place}`);
    const all = new Tally();
    const { columns, after } = someCases(many);
    all.add(columns, after);
    const { groups } = suppressSmallCells(
      makeReport({
        ...{ authorityId: 'larkshire', draft: { id: 'draft', version: '2', hash: 'hash' }, asOn: '2026-06-01' },
        ...{ all, recent: new Tally(), words: { ...WORDS, agency: words }, profile: profileOf('larkshire') },
      }),
    );
    const agencies = groups.filter(({ dimension }) => dimension === 'agency');
    expect(agencies).toHaveLength(60);
    expect(agencies.at(-1)).toMatchObject({ group: ALL_OTHERS, cases: 21 * 6 });
  });
});
