import { ActivityHeap } from './activity-heap.ts';
import { Assignment, type Clause } from './assignment.ts';
import { learn } from './learn.ts';
import { type Literal, negate, TRUE, variableOf } from './literal.ts';
import { luby } from './luby.ts';
import { WatchedClauses } from './watched-clauses.ts';

export type Answer = 'satisfiable' | 'unsatisfiable' | 'undecided';

/** Everything that an "unsatisfiable" rests on: the clauses given, and those learned in their order. */
export interface Certificate {
  readonly given: readonly (readonly Literal[])[];
  readonly learned: readonly (readonly Literal[])[];
}

const RESTART_AFTER = 64;

/**
 * A satisfiability solver that learns from conflicts (CDCL): two watched literals, first unique implication point,
 * activity order, phase saving, Luby restarts. Clauses and variables may be added between questions, and a question
 * may be asked under assumptions. It is deterministic: the same calls give the same answers.
 */
export class SatSolver {
  readonly #assignment = new Assignment();
  readonly #clauses = new WatchedClauses(this.#assignment);
  readonly #order = new ActivityHeap();
  readonly #triedFirst: boolean[] = [];
  #phases: boolean[] = [];
  readonly #decided: boolean[] = [];
  readonly #given: (readonly Literal[])[] = [];
  readonly #learned: (readonly Literal[])[] = [];
  #isContradictory = false;
  #model: readonly number[] = [];

  constructor() {
    this.addVariable({ isDecided: false });
    this.addClause([TRUE]);
  }

  /** How many conflicts it has met in all. */
  get conflicts(): number {
    return this.#learned.length;
  }

  get certificate(): Certificate {
    return { given: this.#given, learned: this.#learned };
  }

  /**
   * Adds a variable and returns its positive literal.
   *
   * @param isDecided false for a variable that follows from others once they are assigned; it is never guessed
   * @param phase the value tried first
   */
  addVariable({ isDecided = true, phase = false }: { isDecided?: boolean; phase?: boolean } = {}): Literal {
    const variable = this.#phases.length;
    this.#assignment.addVariable();
    this.#clauses.addVariable();
    this.#triedFirst.push(phase);
    this.#phases.push(phase);
    this.#decided.push(isDecided);
    if (isDecided) this.#order.insert(variable);
    return 2 * variable;
  }

  addClause(literals: readonly Literal[]): void {
    this.#given.push(literals);
    const unique = [...new Set(literals)];
    const isSatisfied = unique.some((one) => this.#assignment.valueOf(one) > 0 || unique.includes(negate(one)));
    if (isSatisfied || this.#isContradictory) return;
    const open = unique.filter((one) => this.#assignment.valueOf(one) === 0);
    const [first] = open;
    if (first === undefined) this.#isContradictory = true;
    else if (open.length > 1) this.#clauses.watch(Int32Array.from(open));
    else {
      this.#assignment.assign(first, null);
      if (this.#clauses.propagate() !== null) this.#isContradictory = true;
    }
  }

  /** Whether all clauses and assumptions can hold together; "undecided" after so many conflicts. */
  solve(assumptions: readonly Literal[], conflictLimit: number): Answer {
    let left = conflictLimit;
    // Each question starts from the first values again, so that a model says little that does not matter.
    this.#phases = this.#triedFirst.slice();
    for (let round = 0; !this.#isContradictory && left > 0; round += 1) {
      const most = Math.min(left, RESTART_AFTER * luby(round));
      const answer = this.#search(assumptions, most);
      if (answer === 'satisfiable') this.#model = this.#assignment.values.slice();
      this.#backTo(0);
      if (answer !== 'undecided') return answer;
      left -= most;
    }
    return this.#isContradictory ? 'unsatisfiable' : 'undecided';
  }

  /** The literal's value in the last model found. */
  isTrue(literal: Literal): boolean {
    return this.#model[literal] === 1;
  }

  #search(assumptions: readonly Literal[], most: number): Answer {
    for (let conflicts = 0; ;) {
      const conflict = this.#clauses.propagate();
      if (conflict !== null) {
        if (this.#assignment.level === 0) return this.#contradiction();
        this.#learnFrom(conflict);
        conflicts += 1;
        continue;
      }
      if (conflicts >= most) return 'undecided';
      const next = this.#nextDecision(assumptions);
      if (next === 'contradicted') return 'unsatisfiable';
      if (next === null) return 'satisfiable';
      this.#assignment.newLevel();
      if (this.#assignment.valueOf(next) === 0) this.#assignment.assign(next, null);
    }
  }

  #contradiction(): Answer {
    this.#isContradictory = true;
    return 'unsatisfiable';
  }

  /** The next assumption, each on a level of its own, then the most active open variable; null when all are assigned. */
  #nextDecision(assumptions: readonly Literal[]): Literal | 'contradicted' | null {
    const assumption = assumptions[this.#assignment.level];
    if (assumption !== undefined) return this.#assignment.valueOf(assumption) < 0 ? 'contradicted' : assumption;
    for (;;) {
      const variable = this.#order.pop();
      if (variable < 0) return null;
      if (this.#assignment.valueOf(2 * variable) !== 0) continue;
      return this.#phases[variable] === true ? 2 * variable : 2 * variable + 1;
    }
  }

  #learnFrom(conflict: Clause): void {
    const { clause, backTo } = learn(conflict, this.#assignment, (variable) => {
      this.#order.bump(variable);
    });
    this.#order.fade();
    this.#learned.push([...clause]);
    this.#backTo(backTo);
    const isUnit = clause.length === 1;
    if (!isUnit) this.#clauses.watch(clause);
    this.#assignment.assign(clause[0] ?? TRUE, isUnit ? null : clause);
  }

  #backTo(level: number): void {
    this.#assignment.backTo(level, (literal) => {
      const variable = variableOf(literal);
      if (this.#decided[variable] !== true) return;
      this.#phases[variable] = literal === 2 * variable;
      this.#order.insert(variable);
    });
    this.#clauses.rewind();
  }
}
