import { type CombinedOutcome, type Facts, type FactValue, known } from '#domain';
import { type CompiledFact, readFact } from '../conditions/fact-table.ts';
import { factInWords, labelOf, outcomeInWords } from '../explain/words/in-words.ts';
import type { Teller } from '../explain/words/teller.ts';
import type { CounterfactualChange } from './counterfactual.ts';

/** A change with the clause that says it: "without "Injury"". */
export interface WordedChange {
  readonly change: CounterfactualChange;
  readonly clause: string;
}

export function changeInWords(teller: Teller, fact: CompiledFact, facts: Facts, value: FactValue): WordedChange {
  const { entry } = fact;
  const now = readFact(fact, facts);
  const label = labelOf(teller, entry);
  const from = factInWords(teller, now, Object.hasOwn(facts, entry.id));
  const to = factInWords(teller, known(value), true);
  const key = now.known ? keyForKnown(value) : 'change.answered';
  return {
    change: { factId: entry.id, label, from, to },
    clause: teller.say(key, { label: `"${label}"`, from, to }),
  };
}

function keyForKnown(value: FactValue): 'change.with' | 'change.without' | 'change.value' {
  if (typeof value !== 'boolean') return 'change.value';
  return value ? 'change.with' : 'change.without';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Without "A" and without "B" the rules would propose …", and what would still be open. */
export function sentenceFor(
  teller: Teller,
  clauses: readonly string[],
  result: {
    readonly definite: CombinedOutcome;
    readonly possible: CombinedOutcome;
    readonly needsInformation: boolean;
  },
): string {
  const most = clauses.slice(0, -1).join(', ');
  const last = clauses.slice(-1).join('');
  const changes = capitalised(most === '' ? last : teller.say('list.changes', { most, last }));
  const becomes = teller.say('counterfactual.becomes', { changes, ...outcomeInWords(teller, result.definite) });
  if (!result.needsInformation) return becomes;
  return `${becomes} ${teller.say('counterfactual.stillOpen', outcomeInWords(teller, result.possible))}`;
}
