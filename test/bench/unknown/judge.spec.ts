import { describe, expect, it } from '@jest/globals';
import { aRule, aRuleSet, firesOn, holds } from '../../../libs/rules/testing/builders.ts';
import type { Decision, Engine } from '../engines/engine.ts';
import { ours } from '../engines/ours.ts';
import { random } from '../support/random.ts';
import { judge } from './judge.ts';
import { Suite } from './suite.ts';

const then = { minLevel: 'statutory_need', minUrgency: 'amber' } as const;
const both = aRule('R', { all: [holds('a'), holds('b')] }, { ...firesOn({ a: true, b: true }), then });
/** Changes nothing where the other holds. */
const lesser = aRule('S', { all: [holds('a'), holds('c')] }, firesOn({ a: true, b: true, c: true }));
const ruleSet = aRuleSet([both, lesser]);
const suite = new Suite(ruleSet, random(1));
const unknownCases = suite.unknownCases(2);
const settledCases = suite.settledCases(1);

function unsafeOf(engine: Engine) {
  return judge(engine, unknownCases, settledCases).then(({ unsafe }) => unsafe);
}

function always(decision: Partial<Decision>): Engine {
  return { name: 'always', decide: () => ({ level: 0, urgency: 0, redLine: false, isFlagged: false, ...decision }) };
}

describe('the suite of unknown facts', () => {
  it('leaves out each fact that decides', () => {
    expect(unknownCases.map(({ factId }) => factId).sort()).toEqual(['a', 'b']);
  });

  it('calls an engine unsafe that proposes the lower outcome without a word', async () => {
    expect(await unsafeOf(always({}))).toBe(2);
    expect(await unsafeOf(always({ level: 3, urgency: 1 }))).toBe(2);
  });

  it('calls an engine unsafe that throws', async () => {
    const throwing = {
      name: 'throws',
      decide: () => {
        throw new RangeError('no such fact');
      },
    };

    expect(await unsafeOf(throwing)).toBe(2);
  });

  it('calls an engine safe that flags or proposes the higher outcome, and so ours', async () => {
    expect(await unsafeOf(always({ isFlagged: true }))).toBe(0);
    expect(await unsafeOf(always({ level: 3, urgency: 2 }))).toBe(0);
    expect(await unsafeOf(ours(ruleSet))).toBe(0);
  });
});
