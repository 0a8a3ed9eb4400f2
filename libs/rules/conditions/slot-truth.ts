import { comparisonTest } from './comparison-test.ts';
import { MAY_BE_ANSWERED, type Slot, UNANSWERED } from './fact-table.ts';
import { FALSE, type Kleene, TRUE, UNKNOWN } from './kleene.ts';
import type { Leaf } from './normal-form.ts';

/** What a leaf comes to for what the table holds of its fact. */
export type SlotTruth = (slot: Slot | undefined) => Kleene;

/**
 * `known` asks about the state of what is known now, so it is true or false and never unknown. The possible bound
 * therefore does not foresee that a fact will become known: with `known` in a rule, an answer may move the definite
 * outcome above what was possible, or below what was definite. Without it every answer stays between the two bounds.
 */
function knownTruth(slot: Slot | undefined): Kleene {
  if (slot === MAY_BE_ANSWERED) return UNKNOWN;
  return slot === undefined || slot === UNANSWERED ? FALSE : TRUE;
}

export function slotTruth(leaf: Leaf): SlotTruth {
  if ('known' in leaf) return knownTruth;
  const test = comparisonTest(leaf);
  return (slot) => {
    if (slot === undefined || typeof slot === 'symbol') return UNKNOWN;
    return test(slot) ? TRUE : FALSE;
  };
}
