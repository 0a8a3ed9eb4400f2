import { describe, expect, it } from '@jest/globals';
import type { Facts } from '#domain';
import type { Evaluation } from '../evaluation.ts';
import type { Rule } from '../rule-set.ts';
import { aRule, aRuleSet, facts, firesOn, holds } from '../testing/builders.ts';
import { compileRuleSet, RuleSetRefused } from './compile-rule-set.ts';
import { evaluate } from './evaluate.ts';

const TODAY = { onDate: '2026-06-01', area: 'north' };

function evaluateRules(
  rules: readonly Rule[],
  given: Facts,
  context: { onDate: string; area: string | null } = TODAY,
): Evaluation {
  return evaluate(compileRuleSet(aRuleSet(rules)), given, context);
}

const ifA = aRule('A', holds('a'), { ...firesOn({ a: true }), then: { minLevel: 'early_help', minUrgency: 'amber' } });
const ifB = aRule('B', holds('b'), {
  ...firesOn({ b: true }),
  then: { minLevel: 'statutory_need', minUrgency: 'green' },
});
const redLine = aRule('C', holds('injured'), {
  ...firesOn({ injured: true }),
  then: { minLevel: 'statutory_protection', minUrgency: 'red', redLine: true },
});

describe('the combined outcome', () => {
  it('is universal and blue when no rule holds', () => {
    const { definite, needsInformation } = evaluateRules([ifA], facts({ a: false }));

    expect(definite).toEqual({
      level: 'universal',
      urgency: 'blue',
      redLine: false,
      routes: [],
      actions: [],
      services: [],
      questions: [],
    });
    expect(needsInformation).toBe(false);
  });

  it('takes the highest level and the highest urgency, each from whichever rule has it', () => {
    const { definite } = evaluateRules([ifA, ifB], facts({ a: true, b: true }));

    expect(definite).toMatchObject({ level: 'statutory_need', urgency: 'amber' });
  });

  it('joins routes, actions, services and questions, sorted and without repeats', () => {
    const one = aRule('A', holds('a'), {
      ...firesOn({ a: true }),
      then: { routes: ['police', 'mash'], services: ['x'] },
    });
    const other = aRule('B', holds('b'), {
      ...firesOn({ b: true }),
      then: { routes: ['mash'], questions: ['q2', 'q1'] },
    });
    const { definite, possible } = evaluateRules([other, one], facts({ a: true, b: 'unknown' }));

    expect(definite).toMatchObject({ routes: ['mash', 'police'], services: ['x'], questions: [] });
    expect(possible).toMatchObject({ routes: ['mash', 'police'], services: ['x'], questions: ['q1', 'q2'] });
  });

  it('is a red line definitely only when one holds', () => {
    expect(evaluateRules([redLine], facts({ injured: true })).definite.redLine).toBe(true);

    const open = evaluateRules([redLine], facts({ injured: 'unknown' }));
    expect([open.definite.redLine, open.possible.redLine]).toEqual([false, true]);
  });
});

describe('needing information', () => {
  it('is said where the level could still rise within a pathway', () => {
    const protection = aRule('P', holds('a'), { ...firesOn({ a: true }), then: { minLevel: 'statutory_protection' } });
    const { definite, possible, needsInformation, openFacts } = evaluateRules([ifB, protection], facts({ b: true }));

    expect([definite.level, possible.level]).toEqual(['statutory_need', 'statutory_protection']);
    expect(needsInformation).toBe(true);
    expect(openFacts).toEqual(['a']);
  });

  it('is not said where an open rule could add only a route', () => {
    const route = aRule('A', holds('a'), { ...firesOn({ a: true }), then: { routes: ['mash'] } });
    const { needsInformation, openFacts, possible } = evaluateRules([route], {});

    expect(needsInformation).toBe(false);
    expect(openFacts).toEqual([]);
    expect(possible.routes).toEqual(['mash']);
  });

  it('is said when a fact cannot be used, which never counts as false', () => {
    const { definite, possible, needsInformation } = evaluateRules([redLine], facts({ injured: 'true' }));

    expect([definite.urgency, possible.urgency, needsInformation]).toEqual(['blue', 'red', true]);
  });
});

describe('rules in force', () => {
  const dated = { ...ifA, effectiveFrom: '2026-05-01', effectiveTo: '2026-05-31', areas: ['north', 'south'] };

  it.each<[string, string | null, boolean]>([
    ['2026-04-30', 'north', false],
    ['2026-05-01', 'north', true],
    ['2026-05-31', 'south', true],
    ['2026-06-01', 'north', false],
    ['2026-05-15', 'east', false],
    ['2026-05-15', null, false],
  ])('on %s in %s: %s', (onDate, area, isInForce) => {
    const { trace, definite } = evaluateRules([dated], facts({ a: true }), { onDate, area });

    expect(trace).toHaveLength(isInForce ? 1 : 0);
    expect(definite.level).toBe(isInForce ? 'early_help' : 'universal');
  });

  it('are those for all areas where the area is not known', () => {
    expect(evaluateRules([ifA], {}, { onDate: '2026-06-01', area: null }).trace).toHaveLength(1);
  });

  it.each(['', '2026-6-1', '2026-02-30', '2026-06-01T09:00:00Z'])('cannot be told for the day "%s"', (onDate) => {
    expect(() => evaluateRules([ifA], {}, { onDate, area: null })).toThrow(RangeError);
  });
});

describe('a compiled rule set', () => {
  it('is refused with every fault named', () => {
    const faulty = aRuleSet([
      { ...ifA, title: '' },
      { ...ifA, id: 'B', owner: ' ' },
    ]);

    expect(() => compileRuleSet(faulty)).toThrow(RuleSetRefused);
    expect(() => compileRuleSet(faulty)).toThrow(/\/rules\/0\/title: .*\n\/rules\/1\/owner: /);
  });

  it('gives the same bytes for the same facts again and again', () => {
    const compiled = compileRuleSet(aRuleSet([ifA, ifB, redLine]));
    const given = facts({ a: true, b: 'unknown' });
    const first = JSON.stringify(evaluate(compiled, given, TODAY));
    evaluate(compiled, facts({ a: false, b: true, injured: true }), TODAY);

    expect(JSON.stringify(evaluate(compiled, given, TODAY))).toBe(first);
  });

  it('traces every rule in force in the order of their ids', () => {
    const { trace } = evaluateRules([redLine, ifB, ifA], facts({ a: true, b: false }));

    expect(trace.map(({ ruleId, ruleVersion, result }) => [ruleId, ruleVersion, result])).toEqual([
      ['A', 1, 'true'],
      ['B', 1, 'false'],
      ['C', 1, 'unknown'],
    ]);
  });
});
