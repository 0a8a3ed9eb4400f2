import fc from 'fast-check';
import { LEVELS, URGENCIES } from '#domain';
import type { Condition } from '../condition.ts';
import type { CatalogueEntry, FactType, Outcome, RuleSet } from '../rule-set.ts';
import { aRule, aRuleSet, anEntry, BOOLEAN, SEVERITY } from './builders.ts';

/** Facts of the small rule sets that are tried out in every case; wider types than these are no different in kind. */
export const SMALL_TYPES: Readonly<Record<string, FactType>> = {
  b: BOOLEAN,
  h: BOOLEAN,
  n: { kind: 'integer', min: 0, max: 2 },
  e: SEVERITY,
};
const HARMS = ['h', 'n'];

function leaf(id: string, type: FactType): fc.Arbitrary<Condition> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean().map((is) => ({ fact: id, is }));
    case 'integer':
      return fc
        .tuple(fc.integer({ min: type.min, max: type.max }), fc.integer({ min: type.min, max: type.max }))
        .map(([a, b]) => ({ fact: id, between: [Math.min(a, b), Math.max(a, b)] }));
    case 'enum':
      return fc.subarray([...type.values], { minLength: 1, maxLength: 2 }).map((values) => ({ fact: id, in: values }));
    default:
      return type satisfies never;
  }
}

/** Conditions as free as the language, harm or not: what the check would refuse is what verification must refute. */
export function smallCondition(types: Readonly<Record<string, FactType>> = SMALL_TYPES): fc.Arbitrary<Condition> {
  const ids = Object.keys(types);
  const comparisons = Object.entries(types).map(([id, type]) => leaf(id, type));
  const leaves = fc.oneof(
    { arbitrary: fc.oneof(...comparisons), weight: 8 },
    { arbitrary: fc.constantFrom(...ids).map((known) => ({ known })), weight: 1 },
  );
  return fc.letrec<{ tree: Condition }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    const most = parts.chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of })));
    return {
      tree: fc.oneof(
        { maxDepth: 2 },
        { arbitrary: leaves, weight: 3 },
        { arbitrary: parts.map((all) => ({ all })), weight: 2 },
        { arbitrary: parts.map((any) => ({ any })), weight: 1 },
        { arbitrary: tie('tree').map((not) => ({ not })), weight: 1 },
        { arbitrary: most, weight: 1 },
      ),
    };
  }).tree;
}

const outcome: fc.Arbitrary<Outcome> = fc.record({
  minLevel: fc.constantFrom(...LEVELS),
  minUrgency: fc.constantFrom(...URGENCIES),
  routes: fc.subarray(['mash', 'police']),
  redLine: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
});

function smallEntry(id: string, type: FactType): fc.Arbitrary<CatalogueEntry> {
  const absent = type.kind === 'boolean' ? false : type.kind === 'integer' ? type.min : (type.values[0] ?? '');
  return fc
    .boolean()
    .map((isMaterial) => anEntry(id, type, { harm: HARMS.includes(id), missing: isMaterial ? 'unknown' : { absent } }));
}

/** Rule sets of up to four rules over four small facts. They need not load. */
export function smallRuleSet(types: Readonly<Record<string, FactType>> = SMALL_TYPES): fc.Arbitrary<RuleSet> {
  const catalogue = fc.tuple(...Object.entries(types).map(([id, type]) => smallEntry(id, type)));
  const bodies = fc.array(fc.record({ when: smallCondition(types), then: outcome }), { minLength: 1, maxLength: 4 });
  return fc.tuple(catalogue, bodies).map(([entries, rules]) =>
    aRuleSet(
      rules.map(({ when, then }, place) => aRule(`R${place}`, when, { then })),
      entries,
    ),
  );
}
