import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CombinedOutcome, type Facts, known, levelRank, urgencyRank } from '#domain';
import { compileRuleSet } from './evaluate/compile-rule-set.ts';
import { evaluate } from './evaluate/evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { rankOf } from './fact-type.ts';
import type { RuleSet } from './rule-set.ts';
import { arbitraryFacts, arbitraryRuleSet } from './testing/arbitrary-rule-set.ts';
import { isNearMissByFlipping } from './testing/near-miss-by-flipping.ts';
import {
  allowedValues,
  completions,
  interpret,
  type ReferenceOutcome,
  referenceValue,
} from './testing/reference-interpreter.ts';

const CONTEXT = { onDate: '2026-06-01', area: null };
const anyRuleSet = arbitraryRuleSet({ withKnown: true });
const ruleSetWithoutKnown = arbitraryRuleSet({ withKnown: false });

function propose(ruleSet: RuleSet, facts: Facts): Evaluation {
  return evaluate(compileRuleSet(ruleSet), facts, CONTEXT);
}

function height({ level, urgency }: CombinedOutcome): [number, number] {
  return [levelRank(level), urgencyRank(urgency)];
}

function inTheReferencesTerms({ trace, definite, possible }: Evaluation): ReferenceOutcome {
  const results = Object.fromEntries(trace.map(({ ruleId, result }) => [ruleId, result]));
  return { results, definite: height(definite), possible: height(possible) };
}

function isAtMost(lower: CombinedOutcome, upper: CombinedOutcome): boolean {
  const [level, urgency] = height(lower);
  const [highestLevel, highestUrgency] = height(upper);
  return level <= highestLevel && urgency <= highestUrgency;
}

function unknownIds(ruleSet: RuleSet, facts: Facts): string[] {
  return ruleSet.catalogue.filter((entry) => referenceValue(entry, facts) === null).map(({ id }) => id);
}

describe('evaluation, over random rule sets and facts', () => {
  it('agrees with a plain slow interpreter on 24,000 cases', () => {
    let cases = 0;
    fc.assert(
      fc.property(anyRuleSet, fc.array(arbitraryFacts(), { minLength: 24, maxLength: 24 }), (ruleSet, many) => {
        const compiled = compileRuleSet(ruleSet);
        cases += many.length;

        const found = many.map((facts) => evaluate(compiled, facts, CONTEXT)).map(inTheReferencesTerms);
        expect(found).toEqual(many.map((facts) => interpret(ruleSet, facts)));
      }),
      { numRuns: 1000 },
    );
    expect(cases).toBeGreaterThanOrEqual(24_000);
  });

  it('does not depend on the order of the rules or of the catalogue', () => {
    const shuffled = anyRuleSet.chain((ruleSet) =>
      fc
        .tuple(
          fc.shuffledSubarray([...ruleSet.rules], { minLength: ruleSet.rules.length }),
          fc.shuffledSubarray([...ruleSet.catalogue], { minLength: ruleSet.catalogue.length }),
        )
        .map(([rules, catalogue]) => [ruleSet, { ...ruleSet, rules, catalogue }] as const),
    );
    fc.assert(
      fc.property(shuffled, arbitraryFacts(), ([ruleSet, other], facts) => {
        expect(JSON.stringify(propose(other, facts))).toBe(JSON.stringify(propose(ruleSet, facts)));
      }),
      { numRuns: 300 },
    );
  });

  it('never proposes definitely more than is possible', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        const { definite, possible } = propose(ruleSet, facts);

        expect(isAtMost(definite, possible)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('stays between the two bounds however the unknown facts are answered', () => {
    fc.assert(
      fc.property(ruleSetWithoutKnown, arbitraryFacts(), (ruleSet, facts) => {
        const { definite, possible } = propose(ruleSet, facts);
        const compiled = compileRuleSet(ruleSet);
        for (const completed of completions(unknownIds(ruleSet, facts), ruleSet, facts)) {
          const answered = evaluate(compiled, completed, CONTEXT);
          const isBetween = isAtMost(definite, answered.definite) && isAtMost(answered.definite, possible);
          if (answered.needsInformation || !isBetween) throw new Error(JSON.stringify(completed));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never proposes less when there is more of a harm', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        const compiled = compileRuleSet(ruleSet);
        const before = evaluate(compiled, facts, CONTEXT);
        for (const entry of ruleSet.catalogue.filter(({ harm }) => harm === true)) {
          const current = referenceValue(entry, facts);
          const values = allowedValues(entry);
          const greatest = Math.max(...values.map((value) => rankOf(entry.type, value)));
          for (const value of values) {
            const rank = rankOf(entry.type, value);
            if (current !== null && rank < rankOf(entry.type, current)) continue;
            const after = evaluate(compiled, { ...facts, [entry.id]: known(value) }, CONTEXT);

            expect(isAtMost(before.definite, after.definite)).toBe(true);
            // Learning that an unknown harm is a lesser one may rule the worst out, but not learning of the worst.
            if (current !== null || rank === greatest) expect(isAtMost(before.possible, after.possible)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names as deciding only facts that by themselves lead to the same result', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        for (const { ruleId, result, decidedBy } of propose(ruleSet, facts).trace) {
          const others = ruleSet.catalogue.filter(({ id }) => !decidedBy.includes(id));
          const hidden = Object.fromEntries(
            others.map(({ id }) => [id, { known: false, reason: 'not_asked' } as const]),
          );
          const alone = interpret(ruleSet, { ...facts, ...hidden });

          // A rule that asks whether a fact is known may be decided by hiding it; without `known` this holds for all.
          if (result !== 'unknown') expect(alone.results[ruleId]).toBe(result);
          expect(decidedBy).toEqual([...new Set(decidedBy)].sort());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('calls near misses the false rules that one flip of a condition makes hold while another holds', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        const { trace } = propose(ruleSet, facts);
        const expected = ruleSet.rules.map((rule) => isNearMissByFlipping(rule, ruleSet, facts));

        expect(trace.map(({ nearMiss }) => nearMiss)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('open facts, over random rule sets and facts', () => {
  function isSettledBy(ids: readonly string[], ruleSet: RuleSet, facts: Facts): boolean {
    for (const answered of completions(ids, ruleSet, facts)) {
      const { definite, possible } = interpret(ruleSet, answered);
      if (definite.join() !== possible.join()) return false;
    }
    return true;
  }

  function subsets(ids: readonly string[], size: number): string[][] {
    if (size === 0) return [[]];
    return ids.flatMap((id, place) => subsets(ids.slice(place + 1), size - 1).map((rest) => [id, ...rest]));
  }

  it.each([
    ['with', anyRuleSet],
    ['without', ruleSetWithoutKnown],
  ])('settle the case whatever the answers are, and no smaller set does (rules %s `known`)', (_, ruleSets) => {
    fc.assert(
      fc.property(ruleSets, arbitraryFacts(), (ruleSet, facts) => {
        const { needsInformation, openFacts } = propose(ruleSet, facts);
        fc.pre(needsInformation);
        const unknown = unknownIds(ruleSet, facts);
        const smaller = openFacts.flatMap((_id, size) => subsets(unknown, size));

        expect(unknown).toEqual(expect.arrayContaining([...openFacts]));
        expect(isSettledBy(openFacts, ruleSet, facts)).toBe(true);
        expect(smaller.filter((ids) => isSettledBy(ids, ruleSet, facts))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are none where nothing is open', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        const { needsInformation, openFacts } = propose(ruleSet, facts);

        expect(openFacts.length > 0).toBe(needsInformation);
      }),
      { numRuns: 300 },
    );
  });
});
