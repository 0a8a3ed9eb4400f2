import { describe, expect, it } from '@jest/globals';
import { aRuleSet, holds } from '../testing/builders.ts';
import { conditionOver, MAX_DEPTH, MAX_NODES } from './condition-shape.ts';
import { readVocabulary } from './vocabulary.ts';

const isCondition = conditionOver(readVocabulary(aRuleSet([])));

function faultsOf(condition: unknown): string[] {
  const paths: string[] = [];
  const isSound = isCondition(condition, '', (path) => paths.push(path));
  expect(isSound).toBe(paths.length === 0);
  return paths;
}

describe('a condition', () => {
  it.each<[unknown]>([
    [holds('a')],
    [{ fact: 'age', in: [0, 17] }],
    [{ fact: 'age', between: [3, 3] }],
    [{ not: { known: 'age' } }],
    [{ atLeast: 2, of: [holds('a'), holds('b')] }],
    [{ any: [{ all: [{ not: holds('c') }] }] }],
  ])('may be %j', (condition) => {
    expect(faultsOf(condition)).toEqual([]);
  });

  it.each<[unknown, string]>([
    [null, ''],
    ['a', ''],
    [[], ''],
    [{}, ''],
    [{ fact: 'a' }, ''],
    [{ fact: 'a', is: true, in: [true] }, ''],
    [{ all: [holds('a')], any: [holds('b')] }, ''],
    [{ all: [holds('a')], note: 'x' }, ''],
    [{ fact: 'a', matches: '.*' }, ''],
    [{ all: [] }, '/all'],
    [{ any: [] }, '/any'],
    [{ all: holds('a') }, '/all'],
    [{ atLeast: 1, of: [] }, '/of'],
    [{ atLeast: 0, of: [holds('a')] }, '/atLeast'],
    [{ atLeast: 2, of: [holds('a')] }, '/atLeast'],
    [{ atLeast: 1.5, of: [holds('a'), holds('b')] }, '/atLeast'],
    [{ atLeast: '1', of: [holds('a')] }, '/atLeast'],
    [{ not: [] }, '/not'],
    [{ known: 'stranger' }, '/known'],
    [{ known: 1 }, '/known'],
    [holds('stranger'), '/fact'],
    [holds('constructor'), '/fact'],
    [{ fact: 'a', is: 1 }, '/is'],
    [{ fact: 'a', is: 'true' }, '/is'],
    [{ fact: 'age', is: '0' }, '/is'],
    [{ fact: 'age', is: 18 }, '/is'],
    [{ fact: 'age', in: [] }, '/in'],
    [{ fact: 'age', in: 3 }, '/in'],
    [{ fact: 'age', in: [1, 18] }, '/in/1'],
    [{ fact: 'age', in: [1, 1] }, '/in/1'],
    [{ fact: 'severity', is: 'grave' }, '/is'],
    [{ fact: 'age', between: [4, 3] }, '/between'],
    [{ fact: 'age', between: [1] }, '/between'],
    [{ fact: 'age', between: [0, 18] }, '/between/1'],
    [{ fact: 'a', between: [0, 1] }, '/between'],
    [{ any: [holds('a'), { all: [holds('b'), holds('stranger')] }] }, '/any/1/all/1/fact'],
  ])('may not be %j', (condition, path) => {
    expect(faultsOf(condition)).toEqual([path]);
  });

  it('may be nested and long, but within bounds', () => {
    const nested = (depth: number): unknown => (depth === 1 ? holds('a') : { not: nested(depth - 1) });
    const long = (nodes: number): unknown => ({ any: Array.from({ length: nodes - 1 }, () => holds('a')) });

    expect(faultsOf(nested(MAX_DEPTH))).toEqual([]);
    expect(faultsOf(nested(MAX_DEPTH + 1))).toEqual(['/not'.repeat(MAX_DEPTH)]);
    expect(faultsOf(long(MAX_NODES))).toEqual([]);
    expect(faultsOf(long(MAX_NODES + 1))).toHaveLength(1);
    expect(faultsOf({ any: [long(MAX_NODES), long(MAX_NODES)] })).toHaveLength(1);
  });

  it('cannot keep the check busy by holding itself', () => {
    const loop: { any: unknown[] } = { any: [] };
    loop.any.push(loop, loop, loop);

    expect(faultsOf(loop).length).toBeGreaterThan(0);
  });
});

describe('a condition on a harm', () => {
  it.each<[unknown]>([
    [holds('injured')],
    [{ not: { not: holds('injured') } }],
    [{ not: { fact: 'injured', is: false } }],
    [{ fact: 'contacts', between: [3, 50] }],
    [{ fact: 'contacts', is: 50 }],
    [{ not: { fact: 'contacts', between: [0, 2] } }],
    [{ fact: 'severity', is: 'severe' }],
    [{ fact: 'severity', in: ['severe', 'some'] }],
    [{ not: { fact: 'severity', is: 'none' } }],
    [{ atLeast: 1, of: [{ all: [holds('injured')] }] }],
    [{ known: 'injured' }],
  ])('may be %j, which more harm cannot undo', (condition) => {
    expect(faultsOf(condition)).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{ fact: 'injured', is: false }, '/fact'],
    [{ not: holds('injured') }, '/not/fact'],
    [{ not: { not: { not: holds('injured') } } }, '/not/not/not/fact'],
    [{ not: { all: [holds('a'), { any: [holds('injured')] }] } }, '/not/all/1/any/0/fact'],
    [{ not: { atLeast: 1, of: [holds('injured')] } }, '/not/of/0/fact'],
    [{ fact: 'injured', in: [false] }, '/fact'],
    [{ not: { fact: 'injured', in: [false, true] } }, '/not/fact'],
    [{ fact: 'contacts', is: 3 }, '/fact'],
    [{ fact: 'contacts', between: [3, 10] }, '/fact'],
    [{ fact: 'contacts', in: [3, 50] }, '/fact'],
    [{ not: { fact: 'contacts', between: [3, 50] } }, '/not/fact'],
    [{ fact: 'severity', is: 'some' }, '/fact'],
    [{ fact: 'severity', in: ['none', 'severe'] }, '/fact'],
    [{ not: { fact: 'severity', is: 'severe' } }, '/not/fact'],
    [{ not: { known: 'injured' } }, '/not/known'],
  ])('may not be %j, which rests on there being none or less', (condition, path) => {
    expect(faultsOf(condition)).toEqual([path]);
  });
});
