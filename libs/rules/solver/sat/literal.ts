/**
 * A propositional literal as a whole number: twice the variable, plus one when it is negated. Variable 0 is the
 * constant, so literal 0 is always true and literal 1 always false.
 */
export type Literal = number;

export const TRUE: Literal = 0;
export const FALSE: Literal = 1;

export function negate(literal: Literal): Literal {
  return literal ^ 1;
}

export function variableOf(literal: Literal): number {
  return literal >> 1;
}
