import type { Assignment, Clause } from './assignment.ts';
import { type Literal, negate } from './literal.ts';

/**
 * Unit propagation with two watched literals (Moskewicz and others, 2001): a clause is looked at only when one of its
 * first two literals becomes false.
 */
export class WatchedClauses {
  readonly #watchers: Clause[][] = [];
  readonly #assignment: Assignment;
  #head = 0;

  constructor(assignment: Assignment) {
    this.#assignment = assignment;
  }

  addVariable(): void {
    this.#watchers.push([], []);
  }

  /** Takes in a clause of two literals or more; its first two must be the last to become false. */
  watch(clause: Clause): void {
    this.#watchers[clause[0] ?? 0]?.push(clause);
    this.#watchers[clause[1] ?? 0]?.push(clause);
  }

  /** Draws every consequence; the clause that became false, or null. */
  propagate(): Clause | null {
    const { trail } = this.#assignment;
    this.#head = Math.min(this.#head, trail.length);
    while (this.#head < trail.length) {
      const conflict = this.#becameFalse(negate(trail[this.#head] ?? 0));
      this.#head += 1;
      if (conflict !== null) return conflict;
    }
    return null;
  }

  /** To be told when the trail was shortened. */
  rewind(): void {
    this.#head = Math.min(this.#head, this.#assignment.trail.length);
  }

  #becameFalse(literal: Literal): Clause | null {
    const watchers = this.#watchers[literal] ?? [];
    const assignment = this.#assignment;
    let conflict: Clause | null = null;
    let kept = 0;
    for (const clause of watchers) {
      if (conflict === null && this.#movesOn(clause, literal)) continue;
      watchers[kept] = clause;
      kept += 1;
      if (conflict !== null) continue;
      const first = clause[0] ?? 0;
      const value = assignment.valueOf(first);
      if (value === 0) assignment.assign(first, clause);
      else if (value < 0) conflict = clause;
    }
    watchers.length = kept;
    return conflict;
  }

  /** Puts the false literal second and looks for another to watch in its place. */
  #movesOn(clause: Clause, falseLiteral: Literal): boolean {
    const { values } = this.#assignment;
    if (clause[0] === falseLiteral) {
      clause[0] = clause[1] ?? 0;
      clause[1] = falseLiteral;
    }
    if (values[clause[0] ?? 0] === 1) return false;
    for (let at = 2; at < clause.length; at += 1) {
      const other = clause[at] ?? 0;
      if (values[other] === -1) continue;
      clause[1] = other;
      clause[at] = falseLiteral;
      this.#watchers[other]?.push(clause);
      return true;
    }
    return false;
  }
}
