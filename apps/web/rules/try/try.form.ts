import { type Fact, type Facts, known, unknown } from '#domain';
import { type CatalogueEntry, factValueFits } from '#rules';
import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { fieldOfFact } from './case.presenter.ts';

/** What was answered; faults for numbers that a fact cannot have. */
export function readFacts(
  fields: FormFields,
  catalogue: readonly CatalogueEntry[],
  { rules }: Words,
): { facts: Facts; faults: Faults } {
  const facts: Record<string, Fact> = {};
  const faults: Record<string, string> = {};
  for (const { id, type } of catalogue) {
    const text = textOf(fields, fieldOfFact(id)).trim();
    if (text === '') continue;
    const fact = factOf(type, text);
    if (fact !== null) facts[id] = fact;
    else if (type.kind === 'integer') faults[fieldOfFact(id)] = rules.proof.try.fault(type.min, type.max);
  }
  return { facts, faults };
}

/** Null for what the fact cannot be. */
function factOf(type: CatalogueEntry['type'], text: string): Fact | null {
  if (text === 'unknown') return unknown('not_known');
  const value = valueOf(type, text);
  return factValueFits(type, value) ? known(value) : null;
}

function valueOf({ kind }: CatalogueEntry['type'], text: string): unknown {
  if (kind === 'boolean') return text === 'yes' ? true : text === 'no' ? false : text;
  return kind === 'integer' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}
