import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fact, type Facts, LEVELS, URGENCIES } from '#domain';
import { compileChecked } from '../evaluate/compile-checked.ts';
import { rankOf } from '../fact-type.ts';
import type { SafetyInvariant } from '../invariant.ts';
import type { RuleSet } from '../rule-set.ts';
import { smallCondition, smallRuleSet } from '../testing/prove-arbitrary.ts';
import { allowedValues } from '../testing/reference-interpreter.ts';
import { isLower, Tabulated } from '../testing/prove-every-case.ts';
import { toTheEnd, verificationOf } from './verify-rule-set.ts';
import type { InvariantFinding, Verification } from './verification.ts';

const UNKNOWN: Fact = { known: false, reason: 'not_known' };

function verify(ruleSet: RuleSet, invariants: readonly SafetyInvariant[] = []): Verification {
  return toTheEnd(verificationOf(compileChecked(ruleSet), { invariants, exclusions: [] }));
}

function findingIn({ invariants }: Verification, id: string): InvariantFinding | undefined {
  return invariants.find((one) => one.id === id);
}

/** Some known harm against any higher value of it, all else equal. */
function someHarmLowers(table: Tabulated): boolean {
  const harms = table.ruleSet.catalogue.filter(({ harm }) => harm === true);
  return harms.some((entry) =>
    table.cases.some((facts) => {
      const fact = facts[entry.id];
      if (fact?.known !== true) return false;
      const higher = allowedValues(entry).filter((value) => rankOf(entry.type, value) > rankOf(entry.type, fact.value));
      return higher.some((value) => {
        const raised: Facts = { ...facts, [entry.id]: { known: true, value } };
        return isLower(table.of(raised).definite, table.of(facts).definite);
      });
    }),
  );
}

/** Every case with every choice of its facts made unknown. */
function someUnknownHides(table: Tabulated): boolean {
  const ids = table.ruleSet.catalogue.map(({ id }) => id);
  const choices = ids.reduce<readonly (readonly string[])[]>(
    (some, id) => some.flatMap((one) => [one, [...one, id]]),
    [[]],
  );
  return table.cases.some((facts) =>
    choices.some((hidden) => {
      const after: Facts = { ...facts, ...Object.fromEntries(hidden.map((id) => [id, UNKNOWN])) };
      return isLower(table.of(after).possible, table.of(facts).definite);
    }),
  );
}

describe('safety invariants', () => {
  it('that are given are refuted exactly when some case breaks them', () => {
    const atLeast = fc.record({ level: fc.constantFrom(...LEVELS), urgency: fc.constantFrom(...URGENCIES) });
    const proofs = new Set<string>();
    fc.assert(
      fc.property(smallRuleSet(), smallCondition(), atLeast, (ruleSet, when, least) => {
        const table = new Tabulated(ruleSet);
        const wanted = [LEVELS.indexOf(least.level), URGENCIES.indexOf(least.urgency)] as const;
        const breaking = table.where(when).filter((facts) => isLower(table.of(facts).definite, wanted));
        const invariant = { id: 'given', title: 'Given', source: 'Test', when, atLeast: least };
        const finding = findingIn(verify(ruleSet, [invariant]), 'given');
        proofs.add(finding?.proof ?? '');
        expect(finding?.proof).toBe(breaking.length === 0 ? 'proved' : 'refuted');
        if (finding?.example === undefined || finding.example === null) return;
        const { facts, definite } = finding.example;
        expect(table.of(facts).definite).toEqual([LEVELS.indexOf(definite.level), URGENCIES.indexOf(definite.urgency)]);
        expect(isLower(table.of(facts).definite, wanted)).toBe(true);
      }),
      { numRuns: 70, seed: 20260303 },
    );
    expect([...proofs].sort()).toEqual(['proved', 'refuted']);
  });

  it('that are built in are refuted exactly when some case breaks them', () => {
    const proofs = new Set<string>();
    fc.assert(
      fc.property(smallRuleSet(), (ruleSet) => {
        const table = new Tabulated(ruleSet);
        const verified = verify(ruleSet);
        const redLines = ruleSet.rules.filter(({ then }) => then.redLine === true);
        const broken = {
          'more-harm-never-lowers': someHarmLowers(table),
          'unknown-never-hides': someUnknownHides(table),
          'every-case-reaches-a-pathway': false,
          'red-lines-are-highest': table.cases.some(
            (facts) => redLines.some(({ id }) => table.holds(id, facts)) && isLower(table.of(facts).definite, [4, 3]),
          ),
        };
        for (const [id, isBroken] of Object.entries(broken)) {
          const finding = findingIn(verified, id);
          expect([id, finding?.proof]).toEqual([id, isBroken ? 'refuted' : 'proved']);
          expect(finding?.example === null).toBe(!isBroken);
          proofs.add(`${id} ${String(isBroken)}`);
        }
      }),
      { numRuns: 25, seed: 20260304 },
    );
    expect(proofs.size).toBe(7);
  });
});
