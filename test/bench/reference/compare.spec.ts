import { describe, expect, it } from '@jest/globals';
import { compileRuleSet, evaluate } from '#rules';
import { aRule, aRuleSet, facts, firesOn, holds } from '../../../libs/rules/testing/builders.ts';
import { CONTEXT } from '../support/context.ts';
import { bulkDifferences, evaluationDifferences } from './compare.ts';
import { rememberedInterpreter } from './remembered-interpreter.ts';

const then = { minLevel: 'statutory_need', minUrgency: 'amber' } as const;
const asWritten = aRuleSet([aRule('R', { all: [holds('a'), holds('b')] }, { ...firesOn({ a: true, b: true }), then })]);
const otherwise = aRuleSet([aRule('R', { any: [holds('a'), holds('b')] }, { ...firesOn({ a: true }), then })]);
const given = facts({ a: true, b: 'unknown' });

describe('the comparison with the reference', () => {
  const reference = rememberedInterpreter(asWritten);

  it('finds nothing where the rules are the same, asked for the first and the second time', () => {
    const evaluation = evaluate(compileRuleSet(asWritten), given, CONTEXT);

    expect(evaluationDifferences(evaluation, reference(given))).toEqual([]);
    expect(evaluationDifferences(evaluation, reference(given))).toEqual([]);
  });

  it('finds every outcome and the rule that differ', () => {
    const evaluation = evaluate(compileRuleSet(otherwise), given, CONTEXT);

    expect(evaluationDifferences(evaluation, reference(given))).toEqual([
      'definite level is 3, the reference says 0',
      'definite urgency is 2, the reference says 0',
      'rule R is true, the reference says unknown',
    ]);
  });

  it('finds a bulk outcome that differs', () => {
    const [zero, three, two] = [Uint8Array.of(0), Uint8Array.of(3), Uint8Array.of(2)];
    const right = {
      definiteLevel: zero,
      definiteUrgency: zero,
      possibleLevel: three,
      possibleUrgency: two,
      redLine: zero,
    };

    expect(bulkDifferences(right, 0, reference(given))).toEqual([]);
    expect(bulkDifferences({ ...right, possibleUrgency: zero }, 0, reference(given))).toHaveLength(1);
  });
});
