import type { Fact, Facts, Language, Level, Urgency } from '#domain';
import { type RuleSet, type SaidFact, saidFacts } from '#rules';
import type { Words } from '../../words/words.ts';

/** Field of a fact on the page where cases are tried. */
export const fieldOfFact = (id: string): string => `f.${id}`;

/** A made-up case as a page shows it, and as a form sends it to be tried. */
export interface CaseView {
  readonly said: readonly SaidFact[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export function presentCase(
  { facts, area }: { facts: Facts; area: string | null },
  { catalogue }: RuleSet,
  language: Language,
): CaseView {
  return {
    said: saidFacts(facts, catalogue, language),
    fields: [
      ...Object.entries(facts).map(([id, fact]) => ({ name: fieldOfFact(id), value: valueOf(fact) })),
      ...(area === null ? [] : [{ name: 'area', value: area }]),
    ],
  };
}

function valueOf(fact: Fact): string {
  if (!fact.known) return 'unknown';
  if (typeof fact.value === 'boolean') return fact.value ? 'yes' : 'no';
  return String(fact.value);
}

/** "Early help, urgency Green". */
export function placingIn(words: Words, { level, urgency }: { level: Level; urgency: Urgency }): string {
  return words.rules.proof.placing(words.codes.levels[level], words.codes.urgencies[urgency]);
}
