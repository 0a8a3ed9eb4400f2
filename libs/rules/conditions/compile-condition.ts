import type { Condition } from '../condition.ts';
import { compileAtLeast } from './compile-at-least.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { FactTable } from './fact-table.ts';
import { FALSE, type Kleene, opposite, TRUE } from './kleene.ts';
import { factOf, type Leaf, normalForm } from './normal-form.ts';
import { slotTruth } from './slot-truth.ts';

/** Where a fact stands in the table. */
export type IndexOf = (factId: string) => number;

function compileLeaf(leaf: Leaf, index: number): CompiledCondition {
  const truthOf = slotTruth(leaf);
  const truth = (table: FactTable): Kleene => truthOf(table[index]);
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
