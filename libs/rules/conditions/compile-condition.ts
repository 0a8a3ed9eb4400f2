import type { Condition } from '../condition.ts';
import { comparisonTest } from './comparison-test.ts';
import { compileAtLeast } from './compile-at-least.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { type FactTable, MAY_BE_ANSWERED, UNANSWERED } from './fact-table.ts';
import { FALSE, type Kleene, opposite, TRUE, UNKNOWN } from './kleene.ts';
import { factOf, type Leaf, normalForm } from './normal-form.ts';

/** Where a fact stands in the table. */
export type IndexOf = (factId: string) => number;

/**
 * `known` asks about the state of what is known now, so it is true or false and never unknown. The possible bound
 * therefore does not foresee that a fact will become known: with `known` in a rule, an answer may move the definite
 * outcome above what was possible, or below what was definite. Without it every answer stays between the two bounds.
 */
function knownTruth(index: number): (table: FactTable) => Kleene {
  return (table) => {
    const slot = table[index];
    if (slot === MAY_BE_ANSWERED) return UNKNOWN;
    return slot === undefined || slot === UNANSWERED ? FALSE : TRUE;
  };
}

function leafTruth(leaf: Leaf, index: number): (table: FactTable) => Kleene {
  if ('known' in leaf) return knownTruth(index);
  const test = comparisonTest(leaf);
  return (table) => {
    const slot = table[index];
    if (slot === undefined || typeof slot === 'symbol') return UNKNOWN;
    return test(slot) ? TRUE : FALSE;
  };
}

function compileLeaf(leaf: Leaf, index: number): CompiledCondition {
  const truth = leafTruth(leaf, index);
  return {
    truth,
    markDeciding: (_table, _result, marks) => {
      marks[index] = 1;
    },
    shortfall: (table, wanted) => (truth(table) === (wanted ? TRUE : FALSE) ? 0 : 1),
    holdsInPart: (table, negated) => truth(table) === (negated ? FALSE : TRUE),
  };
}

function compileNot(inner: CompiledCondition): CompiledCondition {
  return {
    truth: (table) => opposite(inner.truth(table)),
    markDeciding: (table, result, marks) => {
      inner.markDeciding(table, opposite(result), marks);
    },
    shortfall: (table, wanted) => inner.shortfall(table, !wanted),
    holdsInPart: (table, negated) => inner.holdsInPart(table, !negated),
  };
}

/** Three-valued evaluation of a condition (rules.md, semantics 2), without `eval`: data becomes closures. */
export function compileCondition(condition: Condition, indexOf: IndexOf): CompiledCondition {
  const form = normalForm(condition);
  switch (form.kind) {
    case 'atLeast':
      return compileAtLeast(
        form.need,
        form.of.map((part) => compileCondition(part, indexOf)),
      );
    case 'not':
      return compileNot(compileCondition(form.inner, indexOf));
    case 'leaf':
      return compileLeaf(form.leaf, indexOf(factOf(form.leaf)));
    default:
      return form satisfies never;
  }
}
