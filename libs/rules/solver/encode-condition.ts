import type { FactValue } from '#domain';
import type { Condition } from '../condition.ts';
import { comparisonTest } from '../conditions/comparison-test.ts';
import { factOf, type Leaf, normalForm } from '../conditions/normal-form.ts';
import type { Circuit } from './circuit.ts';
import { FALSE, type Literal, negate, TRUE } from './sat/literal.ts';

/** A three-valued result as two literals; `isTrue` without `notFalse` never happens. */
export interface TruthLiterals {
  readonly isTrue: Literal;
  readonly notFalse: Literal;
}

/** When a fact is read as this value. */
export interface Reading {
  readonly literal: Literal;
  readonly value: FactValue;
}

/** How the facts are read: for each value when it is read; unknown where none is. Null for a fact nobody catalogued. */
export type View = (factId: string) => readonly Reading[] | null;

function encodeLeaf(circuit: Circuit, leaf: Leaf, view: View): TruthLiterals {
  const readings = view(factOf(leaf));
  if (readings === null) return { isTrue: FALSE, notFalse: 'known' in leaf ? FALSE : TRUE };
  if ('known' in leaf) {
    const isKnown = circuit.or(readings.map(({ literal }) => literal));
    return { isTrue: isKnown, notFalse: isKnown };
  }
  const test = comparisonTest(leaf);
  const accepted = readings.filter(({ value }) => test(value)).map(({ literal }) => literal);
  const refused = readings.filter(({ value }) => !test(value)).map(({ literal }) => literal);
  return { isTrue: circuit.or(accepted), notFalse: negate(circuit.or(refused)) };
}

/** A condition under Kleene's truth (rules.md, semantics 2), exactly as `compileCondition` evaluates it. */
export function encodeCondition(circuit: Circuit, condition: Condition, view: View): TruthLiterals {
  const form = normalForm(condition);
  switch (form.kind) {
    case 'atLeast': {
      const parts = form.of.map((part) => encodeCondition(circuit, part, view));
      const count = (pick: (part: TruthLiterals) => Literal): Literal => atLeastOf(circuit, form.need, parts.map(pick));
      return { isTrue: count(({ isTrue }) => isTrue), notFalse: count(({ notFalse }) => notFalse) };
    }
    case 'not': {
      const inner = encodeCondition(circuit, form.inner, view);
      return { isTrue: negate(inner.notFalse), notFalse: negate(inner.isTrue) };
    }
    case 'leaf':
      return encodeLeaf(circuit, form.leaf, view);
    default:
      return form satisfies never;
  }
}

/** `all` and `any` as one gate, anything between as a counter. */
function atLeastOf(circuit: Circuit, need: number, literals: readonly Literal[]): Literal {
  if (need === literals.length) return circuit.and(literals);
  return need === 1 ? circuit.or(literals) : circuit.atLeast(need, literals);
}
