import type { Facts } from '#domain';
import type { Evaluation } from '../evaluation.ts';
import type { CatalogueEntry, RuleSet } from '../rule-set.ts';
import { entriesOf, openCasebook } from './casebook.ts';
import type { Explanation, ExplanationQuestion, Voice } from './explanation.ts';
import { lineFor } from './lines.ts';
import { isReferrersOwn, isSafeForReferrer } from './safe-for-referrer.ts';
import { summarise } from './summary.ts';
import { questionFor } from './words.ts';

/**
 * Puts an evaluation into words (rules.md, semantics 8). Practitioners read every rule that holds or is open,
 * managers the same with rule versions. Referrers read the safe subset: rules that rest wholly on what a referrer
 * can tell about the child, without values. Where others may have supplied the same facts, give as `facts` only what
 * the referrer said: rules that these facts alone do not bear out are then left out.
 */
export function explain(evaluation: Evaluation, ruleSet: RuleSet, facts: Facts, voice: Voice): Explanation {
  const book = openCasebook(evaluation, ruleSet, facts);
  const isForReferrer = voice === 'referrer';
  const notFalse = book.traced.filter(({ trace }) => trace.result !== 'false');
  const told = isForReferrer ? notFalse.filter((traced) => isSafeForReferrer(book, traced)) : notFalse;
  const near = isForReferrer ? [] : book.traced.filter(({ trace }) => trace.nearMiss);
  const asked = entriesOf(book, evaluation.openFacts).filter((entry) => !isForReferrer || isReferrersOwn(entry));
  return {
    voice,
    summary: summarise(told, voice),
    lines: told.map((traced) => lineFor(book, traced, voice)),
    openQuestions: questionsOf(asked),
    nearMisses: near.map((traced) => lineFor(book, traced, voice)),
  };
}

/** Facts that one answer settles, such as an age in days and in years, share their question: it is asked once. */
function questionsOf(entries: readonly CatalogueEntry[]): ExplanationQuestion[] {
  const asked = new Map<string, ExplanationQuestion>();
  for (const entry of entries) {
    const question = questionFor(entry);
    if (!asked.has(question)) asked.set(question, { factId: entry.id, question });
  }
  return [...asked.values()];
}
