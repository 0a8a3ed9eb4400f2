import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ASVS_DATA, ASVS_PAGE, asvsPage, type AsvsRow, readAsvs } from './asvs.ts';
import { requirementLevels } from './asvs-levels.ts';

const rows = readAsvs(readFileSync(ASVS_DATA, 'utf8'));
const TEST = /\.(?:spec|int-spec|fault-spec|e2e-spec)\.ts$/;

function idsOf(which: (row: AsvsRow) => boolean): string[] {
  return rows.filter(which).map((row) => row.id);
}

describe('the table of OWASP ASVS 5.0.0', () => {
  it('has every requirement of levels 1 and 2 once, at its level, in order', () => {
    expect(rows.map((row) => [row.id, row.level])).toEqual([...requirementLevels()]);
    expect(rows.filter((row) => row.level === 1)).toHaveLength(70);
    expect(rows.filter((row) => row.level === 2)).toHaveLength(183);
  });

  it('says of each in words what it asks, and whether it is met', () => {
    expect(idsOf((row) => !['met', 'not_applicable', 'not_met'].includes(row.status))).toEqual([]);
    expect(idsOf((row) => row.asks.length < 6)).toEqual([]);
  });

  it('names for whatever is met where, and a test that shows it, and these exist', () => {
    const named = rows.flatMap((row) => [...(row.where ?? []), ...(row.shownBy ?? [])]);

    expect(idsOf((row) => row.status === 'met' && (row.where ?? []).length === 0)).toEqual([]);
    expect(idsOf((row) => row.status === 'met' && (row.shownBy ?? []).length === 0)).toEqual([]);
    expect(idsOf((row) => (row.shownBy ?? []).some((test) => !TEST.test(test)))).toEqual([]);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('gives a reason for whatever is not applicable, and a note for whatever is not met', () => {
    const needsReason = (row: AsvsRow): boolean => row.status === 'not_applicable' && row.because === undefined;
    const needsNote = (row: AsvsRow): boolean => row.status !== 'met' && (row.note ?? '').length < 6;

    expect(idsOf(needsReason)).toEqual([]);
    expect(idsOf(needsNote)).toEqual([]);
    expect(idsOf((row) => row.status !== 'not_applicable' && row.because !== undefined)).toEqual([]);
  });

  it('leaves nothing of level 1 unmet, and lists in front what is unmet at level 2', () => {
    const page = asvsPage(rows);
    const front = page.slice(0, page.indexOf('## What the installation has to bring'));

    expect(idsOf((row) => row.level === 1 && row.status === 'not_met')).toEqual([]);
    expect(idsOf((row) => row.status === 'not_met' && !front.includes(`**${row.id}**`))).toEqual([]);
  });

  it('is the page in docs', () => {
    expect(readFileSync(ASVS_PAGE, 'utf8')).toBe(asvsPage(rows));
  });
});
