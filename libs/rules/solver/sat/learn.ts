import type { Assignment, Clause } from './assignment.ts';
import { type Literal, negate, variableOf } from './literal.ts';

export interface Learned {
  /** First the one literal of the present level, then one of the level to go back to, then the others. */
  readonly clause: Clause;
  readonly backTo: number;
}

/**
 * What a conflict teaches: resolves the false clause with the reasons of its literals until only one literal of the
 * present level is left (first unique implication point). `met` hears of every variable on the way.
 */
export function learn(conflict: Clause, assignment: Assignment, met: (variable: number) => void): Learned {
  const seen = new Set<number>();
  const older: Literal[] = [];
  let open = 0;
  const take = (clause: Clause): void => {
    for (const literal of clause) {
      const variable = variableOf(literal);
      const level = assignment.levelOf(variable);
      if (seen.has(variable) || level === 0) continue;
      seen.add(variable);
      met(variable);
      if (level === assignment.level) open += 1;
      else older.push(literal);
    }
  };
  take(conflict);
  let at = assignment.trail.length;
  for (;;) {
    do at -= 1;
    while (!seen.has(variableOf(assignment.trail[at] ?? 0)));
    const literal = assignment.trail[at] ?? 0;
    open -= 1;
    if (open === 0) return { ...putHighestFirst(older, assignment, negate(literal)) };
    // The literal itself is among the seen, so only the others of its reason are taken.
    take(assignment.reasonOf(variableOf(literal)) ?? new Int32Array());
  }
}

function putHighestFirst(older: readonly Literal[], assignment: Assignment, first: Literal): Learned {
  const levelOf = (literal: Literal): number => assignment.levelOf(variableOf(literal));
  const sorted = [...older].sort((a, b) => levelOf(b) - levelOf(a));
  const [second] = sorted;
  return { clause: Int32Array.from([first, ...sorted]), backTo: second === undefined ? 0 : levelOf(second) };
}
