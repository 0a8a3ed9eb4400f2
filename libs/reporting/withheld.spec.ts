import { describe, expect, it } from '@jest/globals';
import { type Line, withheld } from './withheld.ts';

const PARTS = ['same', 'other'] as const;
type Part = (typeof PARTS)[number];

function line(group: string, same: number, other: number): Line<Part> {
  return { group, all: same + other, parts: { same, other } };
}

describe('small counts of a report', () => {
  it('stand as they are where all are large enough, and a zero tells of nobody', () => {
    const lines = [line('a', 10, 0), line('b', 20, 6)];
    const { tables, total } = withheld(PARTS, line('', 30, 6), { teams: { lines, addsUp: true } });

    expect(tables.teams).toEqual(lines);
    expect(total.all).toBe(36);
  });

  it('are withheld with as many others as it takes that nobody can work them out', () => {
    const lines = [line('a', 10, 2), line('b', 20, 6), line('c', 30, 9)];
    const { tables } = withheld(PARTS, line('', 60, 17), { teams: { lines, addsUp: true } });
    const [a, b, c] = tables.teams;

    expect(a?.parts.other).toBeNull();
    // Alone it would follow from its line and from its column.
    expect([a?.all, a?.parts.same]).toContain(null);
    expect([b?.parts.other, c?.parts.other]).toContain(null);
  });

  it('are not given away by another table that breaks down the same total', () => {
    const teams = { lines: [line('a', 40, 17), line('b', 20, 0)], addsUp: true };
    const months = { lines: [line('1', 59, 14), line('2', 1, 3)], addsUp: true };
    const shown = withheld(PARTS, line('', 60, 17), { teams, months });

    expect(shown.tables.months[1]?.parts).toEqual({ same: null, other: null });
    expect(shown.tables.months[0]?.parts).toEqual({ same: null, other: null });
  });

  it('of tables whose lines overlap are withheld by themselves', () => {
    const rules = { lines: [line('r1', 50, 3), line('r2', 55, 12)], addsUp: false };
    const { tables } = withheld(PARTS, line('', 60, 17), { rules });

    expect(tables.rules[0]?.parts.other).toBeNull();
    expect(tables.rules[1]).toEqual(rules.lines[1]);
  });
});
