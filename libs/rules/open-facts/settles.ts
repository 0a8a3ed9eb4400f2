import type { FactValue } from '#domain';
import { type Slot, TO_BE_ANSWERED } from '../conditions/fact-table.ts';
import { FALSE, TRUE } from '../conditions/kleene.ts';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import { type Height, raisedBy, raises } from './height.ts';

/** The answers worth trying for each fact, by its index. */
export type Answers = ReadonlyMap<number, readonly FactValue[]>;

/** What is still open under some of the answers: the height reached and the rules that could raise it. */
export interface Position {
  readonly height: Height;
  readonly open: readonly CompiledRule[];
}

/** How many answers may still be tried; a fixed number, not a time, so that a replay finds the same. */
export interface Budget {
  left: number;
}

export type Verdict = 'settles' | 'leaves_open' | 'too_many_answers';

/** Reads open rules again after an answer to a fact (null: reads all); drops the false ones and those now covered. */
export function advance(position: Position, table: readonly Slot[], answered: number | null): Position {
  let height = position.height;
  const unknown: CompiledRule[] = [];
  for (const rule of position.open) {
    const isStale = answered === null || rule.factIndexes.includes(answered);
    const truth = isStale ? rule.condition.truth(table) : null;
    if (truth === TRUE) height = raisedBy(height, rule);
    else if (truth !== FALSE) unknown.push(rule);
  }
  return { height, open: unknown.filter((rule) => raises(rule, height)) };
}

/** A fact that an open rule asks about and that will be answered. */
function nextFact(open: readonly CompiledRule[], table: readonly Slot[]): number | undefined {
  for (const { factIndexes } of open) {
    for (const index of factIndexes) if (table[index] === TO_BE_ANSWERED) return index;
  }
  return undefined;
}

/**
 * Whether the case is settled whatever the answers to the facts that the table marks `TO_BE_ANSWERED` are. Writes
 * trial answers into the table and takes them out again. A branch ends as soon as nothing is open, since further
 * answers cannot undecide a rule.
 */
export function settles(position: Position, table: Slot[], answers: Answers, budget: Budget): Verdict {
  if (position.open.length === 0) return 'settles';
  const fact = nextFact(position.open, table);
  if (fact === undefined) return 'leaves_open';
  let verdict: Verdict = 'settles';
  for (const answer of answers.get(fact) ?? []) {
    if (budget.left <= 0) return 'too_many_answers';
    budget.left -= 1;
    table[fact] = answer;
    verdict = settles(advance(position, table, fact), table, answers, budget);
    table[fact] = TO_BE_ANSWERED;
    if (verdict !== 'settles') break;
  }
  return verdict;
}
