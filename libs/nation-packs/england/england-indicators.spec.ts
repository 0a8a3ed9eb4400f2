import { describe, expect, it } from '@jest/globals';
import type { Level, Urgency } from '#domain';
import type { IndicatorDefinition } from '../indicator-definition.ts';
import { nationPack } from '../nation-packs.ts';

const { indicators, codeLists } = nationPack('england');

/** Domain pack 5.1, copied by hand from its table: level (lowest of a range), urgency, red line. */
const TABLE = `
  A01 L1 B | A02 L2 G | A03 L3 A | A04 L4b R RL | A05 L2 G | A06 L4a A
  A07 L4a G | A08 L2 B | A09 L2 B | A10 L3 G | A11 L4a A | A12 L3 G
  A13 L2 G | A14 L3 A | A15 L4a R | A16 L3 G | A17 L2 G | A18 L4a A
  A19 L2 G | A20 L4a A | A21 L3 A | A22 L4b R RL | A23 L4b R RL | A24 L2 G
  A25 L4a A | A26 L2 B | A27 L2 G | A28 L3 A | A29 L3 A | A30 L3 G
  B01 L1 B | B02 L1 B | B03 L2 G | B04 L2 G | B05 L3 A | B06 L4b R RL
  B07 L2 G | B08 L4b R | B09 L2 G | B10 L4a A | B11 L2 G | B12 L2 A
  B13 L4a A | B14 L4b R RL | B15 L3 A | B16 L4b R RL | B17 L4b R RL | B18 L4b R RL
  B19 L4a A | B20 L3 A | B21 L4a A | B22 L3 A | B23 L4a A | B24 L4b A
  B25 L4a A | B26 L4a A | B27 L4b R RL | B28 L4a R | C01 L1 B | C02 L1 B
  C03 L3 A | C04 L4a R | C05 L4a A | C06 L2 G | C07 L2 G | C08 L4a A
  C09 L4a R | C10 L2 G | C11 L2 G | C12 L2 A | C13 L4a A | C14 L4a G
  C15 L2 G | C16 L2 A | C17 L3 A | C18 L4a A | C19 L4a A | D01 L3 A
  D02 L4a A | D03 L4b R RL | D04 L4b R RL | D05 L2 G | D06 L4b R RL | D07 L4b R RL
  D08 L4b R RL | D09 L2 A | D10 L4b R RL | D11 L4b R RL | D12 L4b R RL | D13 L4b R RL
  D14 L4b R RL | D15 L4b R RL | D16 L4b A | D17 L4b R RL | D18 L4b R RL`;

/** Domain pack 5.1, list E. */
const RED_LINES = 'A04 A22 A23 B06 B14 B16 B17 B18 B27 D03 D04 D06 D07 D08 D10 D11 D12 D13 D14 D15 D17 D18';

const LEVEL_CODES: Record<Level, string> = {
  universal: 'L1',
  early_help: 'L2',
  targeted_early_help: 'L3',
  statutory_need: 'L4a',
  statutory_protection: 'L4b',
};
const URGENCY_CODES: Record<Urgency, string> = { blue: 'B', green: 'G', amber: 'A', red: 'R' };

function rowOf(indicator: IndicatorDefinition): string {
  const { id, level, urgency, redLine } = indicator;
  return `${id} ${LEVEL_CODES[level]} ${URGENCY_CODES[urgency]}${redLine ? ' RL' : ''}`;
}

function codesOf(listId: string): readonly string[] {
  const list = codeLists.find((each) => each.id === listId);
  return (list?.codes ?? []).filter((code) => code.retired !== true).map((code) => code.code);
}

describe("England's indicator library", () => {
  it('holds all 95 rows of the table with their level, urgency and red line', () => {
    const rows = TABLE.split(/[|\n]/).map((row) => row.trim());

    expect(indicators.map(rowOf)).toEqual(rows.filter((row) => row !== ''));
    expect(indicators).toHaveLength(95);
  });

  it('draws exactly the 22 red lines of list E', () => {
    const redLines = indicators.filter((indicator) => indicator.redLine).map((indicator) => indicator.id);

    expect(redLines.join(' ')).toBe(RED_LINES);
    expect(redLines).toHaveLength(22);
  });

  it('asks a question of each, and gives each a reason of its own', () => {
    expect(indicators.filter((indicator) => !indicator.question.endsWith('?'))).toEqual([]);
    expect(new Set(indicators.map((indicator) => indicator.question)).size).toBe(95);
    expect(new Set(indicators.map((indicator) => indicator.because)).size).toBe(95);
  });

  it('uses only factors and primary needs of the census that are not retired', () => {
    const factors = new Set(codesOf('factors'));
    const needs = new Set(codesOf('primary_need'));

    expect(indicators.flatMap((each) => each.factors).filter((factor) => !factors.has(factor))).toEqual([]);
    expect(indicators.flatMap((each) => each.primaryNeed ?? []).filter((need) => !needs.has(need))).toEqual([]);
  });
});
