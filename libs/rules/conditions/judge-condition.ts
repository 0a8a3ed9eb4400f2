import type { Facts } from '#domain';
import type { Condition } from '../condition.ts';
import type { Truth } from '../evaluation.ts';
import type { CatalogueEntry } from '../rule-set.ts';
import { compileCondition } from './compile-condition.ts';
import { compileFact, readFacts } from './fact-table.ts';
import { toTruth } from './kleene.ts';

/** One condition over one set of facts, for a rule's own tests and for what a referrer may be told. */
export function judgeCondition(condition: Condition, entries: readonly CatalogueEntry[], facts: Facts): Truth {
  const index = new Map(entries.map(({ id }, place) => [id, place]));
  const compiled = compileCondition(condition, (id) => index.get(id) ?? -1);
  return toTruth(compiled.truth(readFacts(entries.map(compileFact), facts)));
}
