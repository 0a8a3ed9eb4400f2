import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fact, type Facts, known, unknown } from '#domain';
import type { Condition } from '../../condition.ts';
import type { RuleSet } from '../../rule-set.ts';
import { arbitraryFacts, arbitraryRuleSet } from '../../testing/arbitrary-rule-set.ts';
import { anEntry, aRule, aRuleSet, BOOLEAN, holds } from '../../testing/builders.ts';
import { arbitraryCases, type BulkCase, withScopes } from '../../testing/bulk-cases.ts';
import { plainEvaluation } from '../../testing/fast-plain-evaluation.ts';
import { compileChecked } from '../compile-checked.ts';
import { evaluate } from '../evaluate.ts';

/** Evaluates cases one after another on one compiled set, forwards and backwards, and compares each with the plain way. */
function expectPlainResults(ruleSet: RuleSet, cases: readonly BulkCase[]): void {
  const compiled = compileChecked(ruleSet);
  const found = [...cases, ...[...cases].reverse()].map(({ facts, ...when }) => {
    const evaluation = evaluate(compiled, facts, when);
    return {
      evaluation,
      at: JSON.stringify(evaluation),
      plain: JSON.stringify(plainEvaluation(compiled, facts, when)),
    };
  });
  for (const { at, plain } of found) expect(at).toBe(plain);
  // What was returned before is as it was, whatever was evaluated since.
  for (const { evaluation, at } of found) expect(JSON.stringify(evaluation)).toBe(at);
}

const IDS = Array.from({ length: 30 }, (_, place) => `f${String(place).padStart(2, '0')}`);

/** Rules with wide parts, which arbitrary rule sets lack: each way to count, alone, under others and under `not`. */
function wideRuleSet(): RuleSet {
  const wide = IDS.slice(0, 24).map(holds);
  const few: Condition[] = IDS.slice(20).map((fact) => ({ fact, is: false }));
  const conditions: Condition[] = [
    { any: wide },
    { all: wide },
    { atLeast: 3, of: wide },
    { not: { atLeast: 4, of: [...wide].reverse() } },
    { all: [holds('f25'), { any: wide }] },
    { all: [{ not: { any: few } }, { known: 'f29' }, { any: [holds('f01'), { all: few }] }] },
    { atLeast: 2, of: [{ any: wide }, { not: { all: few } }, holds('f03'), { not: holds('f03') }] },
    {
      all: Array.from({ length: 14 }, (_, place) => ({ any: [holds(IDS[place] ?? ''), holds(IDS[place + 1] ?? '')] })),
    },
    ...IDS.map(holds),
  ];
  const rules = conditions.map((when, place) =>
    aRule(`R${place}`, when, {
      then: {
        minLevel: place % 3 === 0 ? 'early_help' : 'statutory_need',
        minUrgency: 'green',
        actions: [`a${place % 7}`, 'Z'],
        services: [`a${place % 5}`],
      },
    }),
  );
  return aRuleSet(
    rules,
    IDS.map((id, place) => anEntry(id, BOOLEAN, { missing: place % 4 === 0 ? 'unknown' : { absent: place === 7 } })),
  );
}

function wideFacts(): fc.Arbitrary<Facts> {
  const facts: readonly (Fact | null)[] = [known(true), known(false), known('true'), unknown('not_known'), null];
  const often = fc.oneof(
    { arbitrary: fc.constant(null), weight: 8 },
    { arbitrary: fc.constantFrom(...facts), weight: 2 },
  );
  const full = fc.oneof({ arbitrary: fc.constant(known(false)), weight: 8 }, fc.constantFrom(...facts));
  return fc
    .oneof(fc.tuple(...IDS.map(() => often)), fc.tuple(...IDS.map(() => full)))
    .map((drawn) =>
      Object.fromEntries(drawn.flatMap((fact, place) => (fact === null ? [] : [[IDS[place] ?? '', fact] as const]))),
    );
}

describe('evaluation by differences from the base', () => {
  it('gives the bytes of the plain way, case after case, whenever and wherever rules are in force', () => {
    const ruleSets = arbitraryRuleSet({ withKnown: true }).chain(withScopes);
    fc.assert(fc.property(ruleSets, arbitraryCases(arbitraryFacts(), 12), expectPlainResults), { numRuns: 400 });
  });

  it('gives the bytes of the plain way for rules with wide parts', () => {
    const ruleSet = wideRuleSet();
    fc.assert(
      fc.property(arbitraryCases(wideFacts(), 12), (cases) => {
        expectPlainResults(ruleSet, cases);
      }),
      { numRuns: 60 },
    );
  });

  it('still gives them after more days and areas than are remembered', () => {
    const compiled = compileChecked(aRuleSet([aRule('A', holds('a'), { effectiveFrom: '2026-02-01', areas: ['x3'] })]));
    const cases = Array.from({ length: 300 }, (_, place) => ({
      onDate: `2026-0${1 + (place % 3)}-11`,
      area: `x${place % 100}`,
    }));
    for (const when of [...cases, ...cases]) {
      const facts = { a: known(true) };
      expect(JSON.stringify(evaluate(compiled, facts, when))).toBe(
        JSON.stringify(plainEvaluation(compiled, facts, when)),
      );
    }
  });

  it.each([
    ['inherited facts', Object.create({ a: known(true), b: known(true) })],
    ['no fact at all', { a: null, b: undefined, c: 5, d: 'known', e: [] }],
    [
      'facts of the wrong kind',
      { a: { known: 'yes', value: true }, b: { known: true }, c: known('true'), d: { value: true } },
    ],
    [
      'few facts and strangers',
      { constructor: known(true), __proto__: { a: known(true) }, toString: known(true), a: known(true) },
    ],
  ])('reads %s as the plain way does', (_, odd: unknown) => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'constructor'];
    const rules = ids.flatMap((id) => [aRule(`IS-${id}`, holds(id)), aRule(`KNOWN-${id}`, { known: id })]);
    const facts = odd as Facts;
    const entries = (missing: 'unknown' | { absent: boolean }) => ids.map((id) => anEntry(id, BOOLEAN, { missing }));

    for (const missing of ['unknown', { absent: false }, { absent: true }] as const) {
      expectPlainResults(aRuleSet(rules, entries(missing)), [{ facts, onDate: '2026-06-01', area: null }]);
    }
  });

  it('shares nothing between cases that can be changed', () => {
    const compiled = compileChecked(wideRuleSet());
    const when = { onDate: '2026-06-01', area: null };
    const [one, other] = [evaluate(compiled, {}, when), evaluate(compiled, {}, when)];

    expect(one.trace).not.toBe(other.trace);
    for (const [place, entry] of one.trace.entries()) {
      const twin = other.trace[place];
      expect(entry === twin && !(Object.isFrozen(entry) && Object.isFrozen(entry.decidedBy))).toBe(false);
      expect(entry.decidedBy === twin?.decidedBy && !Object.isFrozen(entry.decidedBy)).toBe(false);
    }
    expect(one.definite.actions).not.toBe(other.definite.actions);
  });
});
