import { describe, expect, it } from '@jest/globals';
import { checkRuleSet } from '../check/check-rule-set.ts';
import { diffRuleSets } from '../diff/diff-rule-sets.ts';
import { aRule, aRuleSet, firesOn, holds } from '../testing/builders.ts';
import { mutantsOf } from './mutants-of.ts';
import { MUTANT_KINDS } from './mutation.ts';

const RED_LINE = { minLevel: 'statutory_protection', minUrgency: 'red', redLine: true } as const;

const set = aRuleSet([
  aRule(
    'R1',
    {
      all: [
        holds('injured'),
        {
          any: [
            { fact: 'age', between: [0, 2] },
            { fact: 'severity', in: ['some', 'severe'] },
          ],
        },
      ],
    },
    { then: RED_LINE, ...firesOn({ injured: true, age: 1 }) },
  ),
  aRule(
    'R2',
    { atLeast: 2, of: [holds('a'), holds('b'), { fact: 'contacts', between: [3, 50] }] },
    { then: { minLevel: 'early_help', minUrgency: 'green' }, ...firesOn({ a: true, b: true }) },
  ),
]);

describe('mutants', () => {
  it('are the same for the same seed and others for another', () => {
    expect(mutantsOf(set, 7, 20)).toEqual(mutantsOf(set, 7, 20));
    expect(mutantsOf(set, 7, 20)).not.toEqual(mutantsOf(set, 8, 20));
  });

  it('come in every kind, each with one rule changed or gone and the tests left alone', () => {
    const mutants = mutantsOf(set, 1, 1000);
    expect([...new Set(mutants.map(({ kind }) => kind))].sort()).toEqual([...MUTANT_KINDS].sort());
    for (const { ruleSet } of mutants) {
      const kept = ruleSet.rules.filter((rule) => set.rules.includes(rule));
      expect(kept).toHaveLength(1);
      const changed = ruleSet.rules.find((rule) => !kept.includes(rule));
      expect(set.rules.map(({ tests }) => tests)).toContain(changed?.tests ?? set.rules[0]?.tests);
    }
    const texts = mutants.map(({ ruleSet }) => JSON.stringify(ruleSet));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('take each kind in turn, as many as asked for', () => {
    const kinds = mutantsOf(set, 3, MUTANT_KINDS.length).map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(MUTANT_KINDS.length);
    expect(mutantsOf(set, 3, 5)).toHaveLength(5);
  });

  it('never make a rule higher when they lower it, as the diff of each shows', () => {
    const lowering = mutantsOf(set, 5, 1000).filter(({ kind }) =>
      ['lower-level', 'lower-urgency', 'remove-red-line', 'remove-rule'].includes(kind),
    );
    for (const { ruleSet } of lowering.filter((one) => checkRuleSet(one.ruleSet).length === 0)) {
      const directions = diffRuleSets(set, ruleSet).kinds.map(({ direction }) => direction);
      expect(directions).toContain('lower');
      expect(directions).not.toContain('higher');
    }
  });

  it('are said in a sentence', () => {
    const sentences = mutantsOf(set, 1, 1000).map(({ sentence }) => sentence);
    expect(sentences).toContain('Rule R2: the range of "contacts" is 4 to 50 instead of 3 to 50.');
    expect(sentences).toContain('Rule R1: its red line is taken away.');
  });
});
