import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fact, type Facts, LEVELS, pathwayOf, URGENCIES } from '#domain';
import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { CatalogueEntry, RuleSet } from '../rule-set.ts';
import { arbitraryFacts, arbitraryRuleSet } from '../testing/arbitrary-rule-set.ts';
import { allowedValues, interpret, referenceValue } from '../testing/reference-interpreter.ts';
import type { Counterfactual } from './counterfactual.ts';
import { counterfactuals } from './counterfactuals.ts';

const CONTEXT = { onDate: '2026-06-01', area: null };
const anyRuleSet = arbitraryRuleSet({ withKnown: true });
/** One fact of each type that nobody can change. */
const isChangeable = ({ id }: CatalogueEntry): boolean => id.endsWith('1');
const anyLimit = fc.constantFrom(undefined, isChangeable);

interface Found {
  readonly pathway: string | undefined;
  readonly urgency: string | undefined;
}

/** What the slow interpreter, which shares no code with the search, proposes. */
function proposed(ruleSet: RuleSet, facts: Facts): Found {
  const [level, urgency] = interpret(ruleSet, facts).definite;
  return { pathway: pathwayOf(LEVELS[level] ?? 'universal'), urgency: URGENCIES[urgency] };
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((all, item) => [...all, ...all.map((subset) => [...subset, item])], [[]]);
}

function changedBy({ changes, facts }: Counterfactual, start: Facts, kept = changes): Facts {
  const entries = kept.flatMap(({ factId }) => Object.entries(facts).filter(([id]) => id === factId));
  return { ...start, ...Object.fromEntries(entries) };
}

/** The fewest changes of known values to these facts that lower the pathway, tried out one and all; else infinite. */
function fewestToLower(ruleSet: RuleSet, facts: Facts, entries: readonly CatalogueEntry[]): number {
  const rank = (given: Facts): number =>
    LEVELS.findIndex((level) => pathwayOf(level) === proposed(ruleSet, given).pathway);
  const start = rank(facts);
  const sizes = subsets(entries).map((chosen) => {
    const ways = chosen.reduce<Facts[]>(
      (all, entry) =>
        all.flatMap((given) =>
          allowedValues(entry)
            .filter((value) => value !== referenceValue(entry, facts))
            .map((value): Facts => ({ ...given, [entry.id]: { known: true, value } satisfies Fact })),
        ),
      [facts],
    );
    return ways.some((given) => rank(given) < start) ? chosen.length : Infinity;
  });
  return Math.min(...sizes);
}

describe('counterfactuals, over random rule sets and facts', () => {
  it('give what they say when evaluated again, and something else than now', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), anyLimit, (ruleSet, facts, limit) => {
        const compiled = compileRuleSet(ruleSet);
        const options = limit === undefined ? {} : { isChangeable: limit };
        for (const found of counterfactuals(compiled, facts, CONTEXT, options)) {
          const { level, urgency } = evaluate(compiled, found.facts, CONTEXT).definite;

          expect(found.becomes).toEqual({ level, urgency, pathway: pathwayOf(level) });
          expect(found.facts).toEqual(changedBy(found, facts));
          expect(found.becomes).toMatchObject(proposed(ruleSet, found.facts));
          expect(proposed(ruleSet, found.facts)).not.toEqual(proposed(ruleSet, facts));
          expect(found.changes.length).toBeLessThanOrEqual(3);
          if (limit !== undefined) expect(found.changes.filter(({ factId }) => !factId.endsWith('1'))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hold nothing that could be left out', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        const now = proposed(ruleSet, facts);
        for (const found of counterfactuals(compileRuleSet(ruleSet), facts, CONTEXT, { maxFound: 20 })) {
          const { pathway, urgency } = found.becomes;
          const parts = subsets(found.changes).filter((part) => part.length < found.changes.length);
          const same = parts.filter((part) => {
            const given = proposed(ruleSet, changedBy(found, facts, part));
            return pathway === now.pathway ? given.urgency === urgency : given.pathway === pathway;
          });

          expect(same).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('find the fewest changes that lower the pathway wherever any do', () => {
    let lowered = 0;
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        fc.pre(proposed(ruleSet, facts).pathway !== 'universal');
        const rank = (pathway: string | undefined): number =>
          ['universal', 'early_help', 'statutory'].indexOf(pathway ?? '');
        const now = rank(proposed(ruleSet, facts).pathway);
        const found = counterfactuals(compileRuleSet(ruleSet), facts, CONTEXT, { isChangeable, maxFound: 20 });
        const sizes = found.filter(({ becomes }) => rank(becomes.pathway) < now).map(({ changes }) => changes.length);
        if (sizes.length > 0) lowered += 1;

        expect(Math.min(...sizes)).toBe(fewestToLower(ruleSet, facts, ruleSet.catalogue.filter(isChangeable)));
      }),
      { numRuns: 150 },
    );
    expect(lowered).toBeGreaterThan(20);
  });

  it('come smallest first, the same ones every time and whatever the order of the rules', () => {
    fc.assert(
      fc.property(anyRuleSet, arbitraryFacts(), (ruleSet, facts) => {
        const other = { ...ruleSet, rules: ruleSet.rules.toReversed(), catalogue: ruleSet.catalogue.toReversed() };
        const found = counterfactuals(compileRuleSet(ruleSet), facts, CONTEXT);
        const sizes = found.map(({ changes }) => changes.length);

        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
        expect(JSON.stringify(counterfactuals(compileRuleSet(other), facts, CONTEXT))).toBe(JSON.stringify(found));
      }),
      { numRuns: 100 },
    );
  });
});
