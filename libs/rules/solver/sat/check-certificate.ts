import { type Literal, negate } from './literal.ts';
import type { Certificate } from './sat-solver.ts';

/**
 * Unit propagation by counting nothing and watching nothing: after each assignment every clause with the false literal
 * is read through. It shares no code with the solver, because it is there to distrust it.
 */
class PlainPropagation {
  readonly #occurrences = new Map<Literal, (readonly Literal[])[]>();
  readonly #units: Literal[] = [];
  #hasEmpty = false;

  add(clause: readonly Literal[]): void {
    const unique = [...new Set(clause)];
    const [only] = unique;
    if (only === undefined) this.#hasEmpty = true;
    else if (unique.length === 1) this.#units.push(only);
    for (const literal of unique) {
      const found = this.#occurrences.get(literal);
      if (found === undefined) this.#occurrences.set(literal, [unique]);
      else found.push(unique);
    }
  }

  /** Whether these literals, assumed true, lead to a contradiction by unit propagation alone. */
  refutes(assumed: readonly Literal[]): boolean {
    if (this.#hasEmpty) return true;
    const holding = new Set<Literal>();
    const queue = [...assumed, ...this.#units];
    for (let literal = queue.pop(); literal !== undefined; literal = queue.pop()) {
      if (holding.has(literal)) continue;
      if (holding.has(negate(literal))) return true;
      holding.add(literal);
      for (const clause of this.#occurrences.get(negate(literal)) ?? []) {
        if (clause.some((one) => holding.has(one))) continue;
        const [first, ...others] = clause.filter((one) => !holding.has(negate(one)));
        if (first === undefined) return true;
        if (others.length === 0) queue.push(first);
      }
    }
    return false;
  }
}

/**
 * Whether a certificate shows of each of these lists of assumptions that it cannot hold together with the clauses: each
 * learned clause must follow from those before it by reverse unit propagation (Goldberg and Novikov, 2003), and the
 * end by propagation.
 */
export function areRefuted({ given, learned }: Certificate, questions: readonly (readonly Literal[])[]): boolean {
  const clauses = new PlainPropagation();
  for (const clause of given) clauses.add(clause);
  for (const clause of learned) {
    if (!clauses.refutes(clause.map(negate))) return false;
    clauses.add(clause);
  }
  return questions.every((assumptions) => clauses.refutes(assumptions));
}
