import { FALSE, type Literal, negate, TRUE } from './sat/literal.ts';
import type { SatSolver } from './sat/sat-solver.ts';

/**
 * Gates over literals as clauses (Tseitin 1968). Equal gates are one gate, so that what two rules or two versions of
 * a rule set have in common is there once, and what cannot matter folds away to a constant.
 */
export class Circuit {
  readonly #gates = new Map<string, Literal>();
  readonly #solver: SatSolver;

  constructor(solver: SatSolver) {
    this.#solver = solver;
  }

  and(literals: readonly Literal[]): Literal {
    const inputs = [...new Set(literals)].filter((one) => one !== TRUE).sort((a, b) => a - b);
    if (inputs.some((one, place) => one === FALSE || negate(one) === inputs[place + 1])) return FALSE;
    const [first = TRUE] = inputs;
    if (inputs.length < 2) return first;
    const key = inputs.join();
    const found = this.#gates.get(key);
    if (found !== undefined) return found;
    const gate = this.#solver.addVariable({ isDecided: false });
    for (const input of inputs) this.#solver.addClause([negate(gate), input]);
    this.#solver.addClause([gate, ...inputs.map(negate)]);
    this.#gates.set(key, gate);
    return gate;
  }

  or(literals: readonly Literal[]): Literal {
    return negate(this.and(literals.map(negate)));
  }

  /** At least `need` of the literals hold, a literal given twice counting twice. */
  atLeast(need: number, literals: readonly Literal[]): Literal {
    return need > literals.length ? FALSE : (this.#counts(need, literals)[need] ?? FALSE);
  }

  /**
   * For each number up to `most`, when at least so many hold: a totalizer (Bailleux and Boufkhad 2003). As a balanced
   * tree it shares all but one branch with the count in which a single literal is replaced.
   */
  #counts(most: number, literals: readonly Literal[]): readonly Literal[] {
    if (literals.length < 2) return [TRUE, ...literals];
    const middle = literals.length >> 1;
    const left = this.#counts(most, literals.slice(0, middle));
    const right = this.#counts(most, literals.slice(middle));
    const highest = Math.min(most, literals.length);
    return Array.from({ length: highest + 1 }, (_, sum) =>
      this.or(left.flatMap((one, share) => this.#both(one, right[sum - share]))),
    );
  }

  #both(one: Literal, other: Literal | undefined): readonly Literal[] {
    return other === undefined ? [] : [this.and([one, other])];
  }
}
