import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../condition.ts';
import type { Truth } from '../evaluation.ts';
import { CATALOGUE, facts, holds } from '../testing/builders.ts';
import { judgeCondition } from './judge-condition.ts';

type Letter = 't' | 'f' | 'u';
const VALUE = { t: true, f: false, u: 'unknown' } as const;
const TRUTH = { t: 'true', f: 'false', u: 'unknown' } as const;

function judge(when: Condition, values: Record<string, boolean | number | string>): Truth {
  return judgeCondition(when, CATALOGUE, facts(values));
}

/** Judges a condition over `a`, `b`, `c`… with the values of a row such as `tfu`. */
function judgeRow(when: Condition, row: string): Truth {
  const letters = Array.from(row) as Letter[];
  return judge(when, Object.fromEntries(letters.map((letter, place) => ['abcde'.charAt(place), VALUE[letter]])));
}

describe('three-valued conditions', () => {
  it.each<[string, Letter, Letter]>([
    // Row, `all`, `any`: Kleene's strong tables.
    ['tt', 't', 't'],
    ['tf', 'f', 't'],
    ['tu', 'u', 't'],
    ['ft', 'f', 't'],
    ['ff', 'f', 'f'],
    ['fu', 'f', 'u'],
    ['ut', 'u', 't'],
    ['uf', 'f', 'u'],
    ['uu', 'u', 'u'],
  ])('over %s: `all` is %s and `any` is %s', (row, all, any) => {
    expect(judgeRow({ all: [holds('a'), holds('b')] }, row)).toBe(TRUTH[all]);
    expect(judgeRow({ any: [holds('a'), holds('b')] }, row)).toBe(TRUTH[any]);
  });

  it.each<[Letter, Letter]>([
    ['t', 'f'],
    ['f', 't'],
    ['u', 'u'],
  ])('`not` of %s is %s', (value, negated) => {
    expect(judgeRow({ not: holds('a') }, value)).toBe(TRUTH[negated]);
    expect(judgeRow({ not: { not: holds('a') } }, value)).toBe(TRUTH[value]);
  });

  it.each<[string, Letter]>([
    ['ttt', 't'],
    ['ttf', 't'],
    ['ttu', 't'],
    ['tff', 'f'],
    ['tfu', 'u'],
    ['tuu', 'u'],
    ['ffu', 'f'],
    ['fff', 'f'],
    ['fuu', 'u'],
    ['uuu', 'u'],
  ])('`atLeast` 2 of %s is %s', (row, expected) => {
    expect(judgeRow({ atLeast: 2, of: [holds('a'), holds('b'), holds('c')] }, row)).toBe(TRUTH[expected]);
  });

  it('`not` of a connective is unknown only where the connective is', () => {
    const neither = { not: { any: [holds('a'), holds('b')] } };

    expect(judgeRow(neither, 'tu')).toBe('false');
    expect(judgeRow(neither, 'fu')).toBe('unknown');
    expect(judgeRow(neither, 'ff')).toBe('true');
  });
});

describe('comparisons', () => {
  it.each<[Condition, number | 'unknown', Truth]>([
    [{ fact: 'age', is: 0 }, 0, 'true'],
    [{ fact: 'age', is: 0 }, 1, 'false'],
    [{ fact: 'age', in: [0, 2] }, 2, 'true'],
    [{ fact: 'age', in: [0, 2] }, 1, 'false'],
    [{ fact: 'age', between: [1, 3] }, 0, 'false'],
    [{ fact: 'age', between: [1, 3] }, 1, 'true'],
    [{ fact: 'age', between: [1, 3] }, 3, 'true'],
    [{ fact: 'age', between: [1, 3] }, 4, 'false'],
    [{ fact: 'age', is: 0 }, 'unknown', 'unknown'],
    [{ fact: 'age', in: [0, 2] }, 'unknown', 'unknown'],
    [{ fact: 'age', between: [0, 17] }, 'unknown', 'unknown'],
  ])('%j with %s is %s', (when, age, expected) => {
    expect(judge(when, { age })).toBe(expected);
  });

  it('read enum values as they are written', () => {
    expect(judge({ fact: 'severity', is: 'severe' }, { severity: 'severe' })).toBe('true');
    expect(judge({ fact: 'severity', in: ['some', 'severe'] }, { severity: 'none' })).toBe('false');
  });
});

describe('`known`', () => {
  it('is true or false, never unknown', () => {
    expect(judge({ known: 'age' }, { age: 3 })).toBe('true');
    expect(judge({ known: 'age' }, { age: 'unknown' })).toBe('false');
    expect(judge({ not: { known: 'age' } }, { age: 'unknown' })).toBe('true');
  });

  it('is true of what stands for a missing report and false of what cannot be used', () => {
    expect(judge({ known: 'seen' }, {})).toBe('true');
    expect(judge({ known: 'seen' }, { seen: 'yes' })).toBe('false');
  });
});
