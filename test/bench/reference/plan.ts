import fc from 'fast-check';
import { nationPack } from '#nation-packs';
import { arbitraryFacts, arbitraryRuleSet } from '../../../libs/rules/testing/arbitrary-rule-set.ts';
import { caseGenerator } from '../support/case-generator.ts';
import { random } from '../support/random.ts';
import { Comparer, type Found, NOTHING, together } from './shard.ts';

/** A part of the million that is the same whoever works on it. */
export interface Part {
  readonly kind: 'England' | 'small rule sets';
  readonly seed: number;
  readonly cases: number;
}

const CASES_A_PART = 5_000;
const CASES_A_BATCH = 500;
/** Of ten parts, taken in mixed order, six ask England's rules and four small arbitrary rule sets. */
const PARTS_OF_TEN = 6;

export function plan(cases: number, seed: number): readonly Part[] {
  return Array.from({ length: Math.ceil(cases / CASES_A_PART) }, (_, place) => ({
    kind: (place * 7) % 10 < PARTS_OF_TEN ? ('England' as const) : ('small rule sets' as const),
    seed: seed + place,
    cases: Math.min(CASES_A_PART, cases - place * CASES_A_PART),
  }));
}

let england: Comparer | null = null;

function onEngland({ seed, cases }: Part): Found {
  const { ruleSet } = nationPack('england');
  england ??= new Comparer(ruleSet);
  const generator = caseGenerator(ruleSet, random(seed));
  let found = NOTHING;
  for (let left = cases; left > 0; left -= CASES_A_BATCH) {
    const batch = Array.from({ length: Math.min(left, CASES_A_BATCH) }, () => generator.any());
    found = together(found, england.compare(batch));
  }
  return found;
}

function onSmallRuleSets({ seed, cases }: Part): Found {
  const sets = Math.ceil(cases / CASES_A_BATCH);
  return fc
    .sample(arbitraryRuleSet({ withKnown: true }), { seed, numRuns: sets })
    .map((ruleSet, place) => {
      const numRuns = Math.min(CASES_A_BATCH, cases - place * CASES_A_BATCH);
      return new Comparer(ruleSet).compare(fc.sample(arbitraryFacts(), { seed: seed + place, numRuns }));
    })
    .reduce(together, NOTHING);
}

export function work(part: Part): Found {
  return part.kind === 'England' ? onEngland(part) : onSmallRuleSets(part);
}
