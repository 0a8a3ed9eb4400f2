import type { Facts, Language } from '#domain';
import { compileFact, readFact } from '../conditions/fact-table.ts';
import type { RuleSet } from '../rule-set.ts';
import type { ExplanationFact } from './explanation.ts';
import { factInWords, labelOf } from './words/in-words.ts';
import { tellerIn } from './words/teller.ts';

/** What a run knew of a case, and what it did not. */
export interface FactsInWords {
  /** What was there, or counted, or named. */
  readonly known: readonly ExplanationFact[];
  /** What was asked and is not there. */
  readonly notThere: readonly ExplanationFact[];
  /** Gaps that matter: nothing about them counted as "no". */
  readonly notKnown: readonly ExplanationFact[];
}

/** The facts of a run in the words of its rule set, in the order of the catalogue. */
export function factsInWords(ruleSet: RuleSet, facts: Facts, language: Language = 'en'): FactsInWords {
  const teller = tellerIn(language);
  const lists = {
    known: [] as ExplanationFact[],
    notThere: [] as ExplanationFact[],
    notKnown: [] as ExplanationFact[],
  };
  for (const entry of ruleSet.catalogue) {
    const isGiven = Object.hasOwn(facts, entry.id);
    const fact = readFact(compileFact(entry), facts);
    const told = { id: entry.id, label: labelOf(teller, entry), value: factInWords(teller, fact, isGiven) };
    if (!fact.known) lists.notKnown.push(told);
    else if (fact.value === false) {
      if (facts[entry.id]?.known === true) lists.notThere.push(told);
    } else if (isGiven) lists.known.push(told);
  }
  return lists;
}
