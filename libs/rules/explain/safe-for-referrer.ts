import { judgeCondition } from '../conditions/judge-condition.ts';
import type { CatalogueEntry } from '../rule-set.ts';
import { type Casebook, entriesOf, factIdsIn, type TracedRule } from './casebook.ts';

/** Whether a fact is one a referrer may have told, and about the child alone. */
export function isReferrersOwn(entry: CatalogueEntry): boolean {
  return entry.suppliedBy.includes('referrer') && entry.aboutOthers !== true;
}

/**
 * Whether a referrer may be told of a rule (rules.md, semantics 8): everything that decided it is theirs to know, and
 * the facts of the casebook lead to the same result. Of an open rule every fact must be theirs: that the rule is
 * still open says that the parts already known do not speak against it.
 */
export function isSafeForReferrer(book: Casebook, { rule, trace }: TracedRule): boolean {
  const asked = factIdsIn(rule.when);
  const revealing = trace.result === 'true' ? trace.decidedBy : asked;
  const entries = entriesOf(book, revealing);
  if (entries.length < revealing.length || !entries.every(isReferrersOwn)) return false;
  return judgeCondition(rule.when, entriesOf(book, asked), book.facts) === trace.result;
}
