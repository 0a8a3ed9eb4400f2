import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../condition.ts';
import type { RuleTrace } from '../evaluation.ts';
import { aRule, aRuleSet, facts, firesOn, holds } from '../testing/builders.ts';
import { compileRuleSet } from './compile-rule-set.ts';
import { evaluate } from './evaluate.ts';

const [a, b, c, d] = [holds('a'), holds('b'), holds('c'), holds('d')] as const;
const notA: Condition = { not: a };

/** Traces one rule over `a`, `b`, `c`… with the values of a row such as `tfu`. */
function trace(when: Condition, row: string, firing: Readonly<Record<string, boolean>>): RuleTrace | undefined {
  const value = { t: true, f: false, u: 'unknown' } as const;
  const letters = Array.from(row) as (keyof typeof value)[];
  const given = Object.fromEntries(letters.map((letter, place) => ['abcde'.charAt(place), value[letter]]));
  const compiled = compileRuleSet(aRuleSet([aRule('R', when, firesOn(firing))]));
  return evaluate(compiled, facts(given), { onDate: '2026-06-01', area: null }).trace[0];
}

const ALL_TRUE = { a: true, b: true, c: true, d: true };

describe('the facts that decided a rule', () => {
  it.each<[string, Condition, string, string]>([
    ['all parts of a true `all`', { all: [b, a] }, 'tt', 'a b'],
    ['the false parts of a false `all`', { all: [a, b, c] }, 'tfu', 'b'],
    ['every false part of a false `all`', { all: [c, b, a] }, 'tff', 'b c'],
    ['the unknown parts of an unknown `all`', { all: [a, b, c] }, 'tuu', 'b c'],
    ['the true parts of a true `any`', { any: [a, b, c] }, 'ftu', 'b'],
    ['all parts of a false `any`', { any: [a, b] }, 'ff', 'a b'],
    ['the unknown parts of an unknown `any`', { any: [a, b] }, 'fu', 'b'],
    ['the true parts of a true `atLeast`', { atLeast: 2, of: [a, b, c, d] }, 'tftu', 'a c'],
    ['the false parts of a false `atLeast`', { atLeast: 2, of: [a, b, c] }, 'tff', 'b c'],
    ['the unknown parts of an unknown `atLeast`', { atLeast: 2, of: [a, b, c] }, 'tfu', 'c'],
    ['those of what stands under a `not`', { any: [{ not: { all: [a, b] } }] }, 'tf', 'b'],
    ['the fact of a `known`', { any: [{ known: 'b' }, a] }, 'ft', 'b'],
    ['a fact once, however often it is asked about', { all: [a, { any: [a, b] }] }, 'tf', 'a'],
  ])('are %s', (_, when, row, expected) => {
    const firing = row === 'tf' && 'any' in when ? { a: true, b: false } : ALL_TRUE;

    expect(trace(when, row, firing)?.decidedBy.join(' ')).toBe(expected);
  });
});

describe('a near miss', () => {
  it.each<[string, Condition, string]>([
    ['one part of an `all` is false', { all: [a, b] }, 'tf'],
    ['one part of three is false', { all: [a, b, c] }, 'ttf'],
    ['one more of an `atLeast` is wanted', { atLeast: 2, of: [a, b, c] }, 'tff'],
    ['a `not` holds and one part is false', { all: [notA, b] }, 'ff'],
    ['one branch of an `any` is one short', { any: [{ all: [a, b] }, { all: [c, d] }] }, 'tfff'],
  ])('is when %s', (_, when, row) => {
    const firing = JSON.stringify(when).includes('not') ? { a: false, b: true } : ALL_TRUE;
    const found = trace(when, row, firing);

    expect([found?.result, found?.nearMiss]).toEqual(['false', true]);
  });

  it.each<[string, Condition, string]>([
    ['the rule has one condition', a, 'f'],
    ['the one condition is negated', notA, 't'],
    ['nothing of the rule holds', { any: [a, b] }, 'ff'],
    ['two parts are wanting', { all: [a, b, c] }, 'tff'],
    ['a second part is unknown', { all: [a, b, c] }, 'tfu'],
    ['the same false fact is asked about twice', { all: [a, b, { not: { fact: 'b', is: false } }] }, 'tf'],
  ])('is not when %s', (_, when, row) => {
    const found = trace(when, row, when === notA ? { a: false } : ALL_TRUE);

    expect([found?.result, found?.nearMiss]).toEqual(['false', false]);
  });

  it('is never a rule that holds or is open', () => {
    expect(trace({ all: [a, b] }, 'tt', ALL_TRUE)?.nearMiss).toBe(false);
    expect(trace({ all: [a, b] }, 'tu', ALL_TRUE)?.nearMiss).toBe(false);
  });
});
