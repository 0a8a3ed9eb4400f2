import type { CompiledFact, FactTable } from '../conditions/fact-table.ts';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import { type OpenQuestion, openQuestion } from './open-question.ts';
import { representatives } from './representatives.ts';
import { dropWhatIsIdle, indispensable, judgeFor, smallestSet } from './smallest-set.ts';

export interface OpenFactsLimits {
  /** Answers tried in the search for the smallest set, all in all. */
  readonly answers: number;
  /** Answers tried to show that one fact may be dropped, in the fallback. */
  readonly answersPerDrop: number;
  /** Answers tried in the fallback, all in all. */
  readonly answersForDrops: number;
}
export const LIMITS: OpenFactsLimits = { answers: 4000, answersPerDrop: 200, answersForDrops: 4000 };

/** With `known` over a candidate, more answers may open what fewer settled, so no fact is sure to be needed. */
function asksWhetherKnown({ rules, candidates }: OpenQuestion): boolean {
  const isAsked = (rule: CompiledRule): boolean =>
    rule.leaves.some(({ leaf, factIndex }) => 'known' in leaf && candidates.includes(factIndex));
  return rules.some(isAsked);
}

/**
 * The smallest set of unknown facts whose answers, whatever they are, make the definite and the possible outcome the
 * same in level and urgency (rules.md, semantics 4); indexes ascending.
 *
 * Method. Candidates are the unknown facts in undecided parts of the rules that could still raise. Of each fact only
 * one value is tried for each way in which those rules' comparisons with it can turn out, which loses nothing. A fact
 * whose absence lets the other candidates leave the case open is in every settling set; the search adds others to
 * these by increasing size, in the order of ids, so the first set found is a smallest one. (Where a rule asks whether
 * a candidate is `known` the search starts from nothing.) Every combination of answers is followed until nothing is
 * open. When `limits.answers` answers have been tried without a result, the fallback takes all candidates, which
 * always settle the case, and drops in the order of ids each fact that the rest is shown, within the other limits,
 * not to need: a set that settles, but perhaps not a smallest one.
 */
export function findOpenFacts(
  facts: readonly CompiledFact[],
  inForce: readonly CompiledRule[],
  table: FactTable,
  limits = LIMITS,
): readonly number[] {
  const question = openQuestion(inForce, table);
  const { candidates, rules } = question;
  const answers = new Map(
    candidates.map((index) => {
      const type = facts[index]?.entry.type;
      return [index, type === undefined ? [] : representatives(index, type, rules)];
    }),
  );
  const judge = judgeFor(question, table, answers);
  const budget = { left: limits.answers };
  const core = asksWhetherKnown(question) ? [] : indispensable(candidates, judge, budget);
  const smallest = core === null ? null : smallestSet(core, candidates, judge, budget);
  const found = smallest ?? dropWhatIsIdle(candidates, judge, limits.answersPerDrop, { left: limits.answersForDrops });
  return [...found].sort((a, b) => a - b);
}
