import { describe, expect, it } from '@jest/globals';
import { compareReports } from './compare.ts';
import type { ReportFile } from './report-file.ts';

function reportOf(rounds: number[], name = 'stored'): ReportFile {
  const figures = [{ group: '16 clients', name, unit: 'a second', rounds, aim: null }];
  return { bench: 'intake', about: '', facts: {}, figures, notes: [] };
}

describe('comparing two reports', () => {
  it('divides the median after by the median before', () => {
    const [change] = compareReports(reportOf([100, 90, 400]), reportOf([200, 210, 150]));
    expect(change).toMatchObject({ figure: '16 clients – stored', before: 100, after: 200, ratio: 2 });
  });

  it('says of rounds that overlap that they lie within the spread', () => {
    const [overlapping] = compareReports(reportOf([100, 200]), reportOf([190, 300]));
    const [apart] = compareReports(reportOf([100, 200]), reportOf([201, 300]));
    expect([overlapping?.isApart, apart?.isApart]).toEqual([false, true]);
  });

  it('leaves out what only one of them has', () => {
    expect(compareReports(reportOf([1]), reportOf([1], 'proposed'))).toEqual([]);
  });
});
