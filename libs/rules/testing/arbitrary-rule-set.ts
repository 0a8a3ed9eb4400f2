import fc from 'fast-check';
import { type Fact, type Facts, type FactValue, LEVELS, URGENCIES } from '#domain';
import { checkRuleSet } from '../check/check-rule-set.ts';
import type { Comparison, Condition } from '../condition.ts';
import { compileCondition } from '../conditions/compile-condition.ts';
import { compileFact, readFacts } from '../conditions/fact-table.ts';
import { TRUE } from '../conditions/kleene.ts';
import { factOf, forEachLeaf } from '../conditions/normal-form.ts';
import { fits, rankRange } from '../fact-type.ts';
import type { CatalogueEntry, FactType, Outcome, Rule, RuleSet } from '../rule-set.ts';
import { aRule, aRuleSet, anEntry, BOOLEAN, SEVERITY } from './builders.ts';
import { completions } from './reference-interpreter.ts';

const SMALL: FactType = { kind: 'integer', min: 0, max: 3 };
const TYPES: Readonly<Record<string, FactType>> = {
  b1: BOOLEAN,
  b2: BOOLEAN,
  n1: SMALL,
  n2: SMALL,
  e1: SEVERITY,
  e2: SEVERITY,
};
const IDS = Object.keys(TYPES);

function valuesOf(type: FactType): fc.Arbitrary<FactValue> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: type.min, max: type.max });
    case 'enum':
      return fc.constantFrom(...type.values);
    default:
      return type satisfies never;
  }
}

function leastOf(type: FactType): FactValue {
  if (type.kind === 'boolean') return false;
  return type.kind === 'integer' ? rankRange(type)[0] : (type.values[0] ?? '');
}

function entry(id: string, type: FactType): fc.Arbitrary<CatalogueEntry> {
  return fc
    .record({ harm: fc.boolean(), isMaterial: fc.boolean(), absent: valuesOf(type) })
    .map(({ harm, isMaterial, absent }) =>
      anEntry(id, type, { harm, missing: isMaterial ? 'unknown' : { absent: harm ? leastOf(type) : absent } }),
    );
}

function comparison(id: string, type: FactType): fc.Arbitrary<Comparison> {
  const value = valuesOf(type);
  const forms: fc.Arbitrary<Comparison>[] = [
    value.map((is) => ({ fact: id, is })),
    fc.uniqueArray(value, { minLength: 1, maxLength: 2 }).map((values) => ({ fact: id, in: values })),
  ];
  if (type.kind === 'integer') {
    const end = fc.integer({ min: type.min, max: type.max });
    forms.push(fc.tuple(end, end).map(([a, b]) => ({ fact: id, between: [Math.min(a, b), Math.max(a, b)] })));
    forms.push(end.map((from) => ({ fact: id, between: [from, type.max] })));
  }
  return fc.oneof(...forms);
}

function condition(withKnown: boolean): fc.Arbitrary<Condition> {
  const leaves: fc.Arbitrary<Condition>[] = Object.entries(TYPES).map(([id, type]) => comparison(id, type));
  if (withKnown) leaves.push(fc.constantFrom(...IDS).map((known) => ({ known })));
  const leaf = fc.oneof(...leaves);
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 4 });
    const most = parts.chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of })));
    return {
      tree: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { arbitrary: leaf, weight: 2 },
        { arbitrary: parts.map((all) => ({ all })), weight: 2 },
        { arbitrary: parts.map((any) => ({ any })), weight: 1 },
        { arbitrary: tie('tree').map((not) => ({ not })), weight: 1 },
        { arbitrary: most, weight: 1 },
      ),
    };
  });
  return tree;
}

const outcome: fc.Arbitrary<Outcome> = fc.record({
  minLevel: fc.constantFrom(...LEVELS),
  minUrgency: fc.constantFrom(...URGENCIES),
  routes: fc.subarray(['mash', 'early_help_hub', 'police']),
});

/** Facts that make the rule hold, found by trying all; null when nothing does. */
function firingFacts(rule: Rule, ruleSet: RuleSet): Facts | null {
  const asked = new Set<string>();
  forEachLeaf(rule.when, (leaf) => asked.add(factOf(leaf)));
  const ids = [...asked];
  const condition = compileCondition(rule.when, (id) => ids.indexOf(id));
  const entries = ids.flatMap((id) => ruleSet.catalogue.filter((one) => one.id === id)).map(compileFact);
  for (const facts of completions(ids, ruleSet, {})) {
    if (condition.truth(readFacts(entries, facts)) === TRUE) return facts;
  }
  return null;
}

/** The rule with a test that makes it fire. */
function withFiringTest(rule: Rule, ruleSet: RuleSet): Rule {
  const firing = Object.entries(firingFacts(rule, ruleSet) ?? {});
  const values = firing.flatMap(([id, fact]) => (fact.known ? [[id, fact.value] as const] : []));
  return { ...rule, tests: [{ title: 'fires', facts: Object.fromEntries(values), expect: 'true' }] };
}

/** The set without the rules in which the check finds a fault. */
function withoutFaults(ruleSet: RuleSet): RuleSet {
  const faulty = new Set(checkRuleSet(ruleSet).map(({ path }) => path.split('/')[2]));
  return { ...ruleSet, rules: ruleSet.rules.filter((_rule, place) => !faulty.has(String(place))) };
}

/** Small rule sets over six facts that the check lets load; what it refuses is left out, so the check is under test too. */
export function arbitraryRuleSet({ withKnown }: { withKnown: boolean }): fc.Arbitrary<RuleSet> {
  const catalogue = fc.tuple(...Object.entries(TYPES).map(([id, type]) => entry(id, type)));
  const rules = fc.array(fc.record({ when: condition(withKnown), then: outcome }), { minLength: 1, maxLength: 6 });
  return fc
    .tuple(catalogue, rules)
    .map(([entries, bodies]) => {
      const untested = aRuleSet(
        bodies.map(({ when, then }, place) => aRule(`R${place}`, when, { then })),
        entries,
      );
      return withoutFaults({ ...untested, rules: untested.rules.map((rule) => withFiringTest(rule, untested)) });
    })
    .filter(({ rules: sound }) => sound.length > 0);
}

const garbage = fc.constantFrom<FactValue>('0', 'true', '', 1.5, -1, 4, Number.NaN, 'SEVERE');

function arbitraryFact(type: FactType): fc.Arbitrary<Fact> {
  return fc.oneof(
    { arbitrary: valuesOf(type).map((value): Fact => ({ known: true, value })), weight: 4 },
    { arbitrary: fc.constant<Fact>({ known: false, reason: 'not_asked' }), weight: 2 },
    {
      arbitrary: garbage.filter((value) => !fits(type, value)).map((value): Fact => ({ known: true, value })),
      weight: 1,
    },
  );
}

/** Facts of a case: known, unknown, unusable or not given. */
export function arbitraryFacts(): fc.Arbitrary<Facts> {
  const each = Object.entries(TYPES).map(([id, type]) =>
    fc.option(arbitraryFact(type), { nil: null }).map((fact) => (fact === null ? [] : [[id, fact] as const])),
  );
  return fc.tuple(...each).map((given) => Object.fromEntries(given.flat()));
}
