import type { Facts, Language } from '#domain';
import type { CatalogueEntry } from '../rule-set.ts';
import { factInWords, labelOf } from './words/in-words.ts';
import { tellerIn } from './words/teller.ts';

/** A fact as somebody would say it. */
export interface SaidFact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** What is said in a case, fact by fact; facts that the catalogue lacks are left out. */
export function saidFacts(facts: Facts, catalogue: readonly CatalogueEntry[], language: Language): SaidFact[] {
  const teller = tellerIn(language);
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  return Object.entries(facts).flatMap(([id, fact]) => {
    const entry = entries.get(id);
    return entry === undefined ? [] : [{ id, label: labelOf(teller, entry), value: factInWords(teller, fact, true) }];
  });
}
