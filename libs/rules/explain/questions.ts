import type { CatalogueEntry } from '../rule-set.ts';
import type { ExplanationQuestion } from './explanation.ts';
import { questionFor } from './words/in-words.ts';
import { type Teller, tellerIn } from './words/teller.ts';

/**
 * Facts that one answer settles, such as an age in days and in years, share their question: it is asked once. The
 * English question tells which do, so that readers of both languages are asked the same.
 */
export function questionsOf(entries: readonly CatalogueEntry[], teller: Teller): ExplanationQuestion[] {
  const inEnglish = tellerIn('en');
  const first = new Map<string, CatalogueEntry>();
  for (const entry of entries) {
    const question = questionFor(inEnglish, entry);
    if (!first.has(question)) first.set(question, entry);
  }
  return [...first.values()].map((entry) => ({ factId: entry.id, question: questionFor(teller, entry) }));
}
