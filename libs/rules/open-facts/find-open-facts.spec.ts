import { describe, expect, it } from '@jest/globals';
import type { Facts } from '#domain';
import { readFacts } from '../conditions/fact-table.ts';
import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { rulesInForce } from '../evaluate/in-force.ts';
import type { Outcome, Rule, RuleSet } from '../rule-set.ts';
import { aRule, aRuleSet, anEntry, facts, firesOn, holds } from '../testing/builders.ts';
import { findOpenFacts, type LIMITS } from './find-open-facts.ts';

const CONTEXT = { onDate: '2026-06-01', area: null };
const PROTECTION: Outcome = { minLevel: 'statutory_protection', minUrgency: 'red' };

function openFacts(rules: readonly Rule[], given: Facts = {}): readonly string[] {
  return evaluate(compileRuleSet(aRuleSet(rules)), given, CONTEXT).openFacts;
}

const youngAndA = aRule(
  'R1',
  { all: [{ fact: 'age', between: [0, 0] }, holds('a')] },
  {
    ...firesOn({ age: 0, a: true }),
    then: PROTECTION,
  },
);

describe('open facts', () => {
  it('are all those that an answer could leave hanging', () => {
    expect(openFacts([youngAndA])).toEqual(['a', 'age']);
  });

  it('leave out a fact that another decided', () => {
    expect(openFacts([youngAndA], facts({ age: 12 }))).toEqual([]);
    expect(openFacts([youngAndA], facts({ age: 0 }))).toEqual(['a']);
  });

  it('leave out rules that could not raise what holds already', () => {
    const lower = aRule('R2', holds('b'), { ...firesOn({ b: true }), then: { minLevel: 'early_help' } });
    const held = aRule('R3', holds('c'), { ...firesOn({ c: true }), then: { minLevel: 'statutory_need' } });

    expect(openFacts([youngAndA, lower, held], facts({ c: true }))).toEqual(['a', 'age']);
  });

  it('leave out facts in a part of a rule that is decided', () => {
    const rule = aRule(
      'R1',
      { any: [{ all: [holds('a'), holds('b')] }, holds('c')] },
      {
        ...firesOn({ c: true }),
        then: PROTECTION,
      },
    );

    expect(openFacts([rule], facts({ a: false }))).toEqual(['c']);
  });

  it('leave out a fact whose rule another answer always settles', () => {
    const either = aRule(
      'R1',
      { any: [holds('a'), { all: [{ not: holds('a') }, { fact: 'a', is: false }] }] },
      {
        ...firesOn({ a: true }),
        then: PROTECTION,
      },
    );
    const same = aRule('R2', { all: [holds('a'), holds('b')] }, { ...firesOn({ a: true, b: true }), then: PROTECTION });

    expect(openFacts([either, same])).toEqual(['a']);
  });

  it('count urgency as much as level', () => {
    const level = aRule('R1', holds('a'), { ...firesOn({ a: true }), then: { minLevel: 'statutory_need' } });
    const urgency = aRule('R2', holds('b'), { ...firesOn({ b: true }), then: { minUrgency: 'amber' } });

    expect(openFacts([level, urgency])).toEqual(['a', 'b']);
  });

  it('foresee that an answer makes a fact known, which may open another rule', () => {
    const once = aRule(
      'R1',
      { all: [{ known: 'a' }, holds('b')] },
      { ...firesOn({ a: false, b: true }), then: PROTECTION },
    );
    const plain = aRule('R2', holds('a'), { ...firesOn({ a: true }), then: { minLevel: 'early_help' } });

    expect(openFacts([once, plain])).toEqual(['a', 'b']);
  });
});

describe('the fallback beyond the bound on answers', () => {
  const ids = Array.from({ length: 12 }, (_, place) => `f${String(place).padStart(2, '0')}`);
  const many: RuleSet = aRuleSet(
    [
      aRule(
        'R1',
        { atLeast: 6, of: ids.map(holds) },
        {
          ...firesOn(Object.fromEntries(ids.map((id) => [id, true]))),
          then: PROTECTION,
        },
      ),
      aRule(
        'R2',
        { all: [holds('g1'), { any: [holds('g1'), holds('g2')] }] },
        {
          ...firesOn({ g1: true }),
          then: PROTECTION,
        },
      ),
    ],
    [...ids, 'g1', 'g2'].map((id) => anEntry(id)),
  );

  function found(limits: typeof LIMITS): readonly string[] {
    const compiled = compileRuleSet(many);
    const indexes = findOpenFacts(
      compiled.facts,
      rulesInForce(compiled, CONTEXT),
      readFacts(compiled.facts, {}),
      limits,
    );
    return indexes.flatMap((index) => compiled.facts[index]?.entry.id ?? []);
  }

  it('still names a set that settles the case, without what is shown to be idle', () => {
    expect(found({ answers: 0, answersPerDrop: 10_000, answersForDrops: 100_000 })).toEqual([...ids, 'g1']);
  });

  it('keeps a fact where too many answers are needed to show that it is idle', () => {
    expect(found({ answers: 0, answersPerDrop: 10, answersForDrops: 100_000 })).toEqual([...ids, 'g1', 'g2']);
  });

  it('keeps what there are no answers left to show idle', () => {
    expect(found({ answers: 0, answersPerDrop: 10_000, answersForDrops: 100 })).toEqual([...ids, 'g1', 'g2']);
  });

  it('is not needed while the answers can be counted', () => {
    expect(found({ answers: 100_000, answersPerDrop: 0, answersForDrops: 0 })).toEqual([...ids, 'g1']);
  });
});
