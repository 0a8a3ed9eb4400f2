import { type Literal, negate, variableOf } from './literal.ts';

export type Clause = Int32Array;

/** What is assigned so far, in order, with the level and the clause that forced each: the trail of the search. */
export class Assignment {
  /** By literal: 1 true, -1 false, 0 open. */
  readonly values: number[] = [];
  readonly trail: Literal[] = [];
  readonly #levels: number[] = [];
  readonly #reasons: (Clause | null)[] = [];
  readonly #starts: number[] = [];

  addVariable(): void {
    this.values.push(0, 0);
    this.#levels.push(0);
    this.#reasons.push(null);
  }

  get level(): number {
    return this.#starts.length;
  }

  valueOf(literal: Literal): number {
    return this.values[literal] ?? 0;
  }

  levelOf(variable: number): number {
    return this.#levels[variable] ?? 0;
  }

  reasonOf(variable: number): Clause | null {
    return this.#reasons[variable] ?? null;
  }

  newLevel(): void {
    this.#starts.push(this.trail.length);
  }

  assign(literal: Literal, reason: Clause | null): void {
    const variable = variableOf(literal);
    this.values[literal] = 1;
    this.values[negate(literal)] = -1;
    this.#levels[variable] = this.level;
    this.#reasons[variable] = reason;
    this.trail.push(literal);
  }

  /** Takes back everything above a level; `undone` hears of each literal. */
  backTo(level: number, undone: (literal: Literal) => void): void {
    const start = this.#starts[level];
    if (start === undefined) return;
    for (let at = this.trail.length - 1; at >= start; at -= 1) {
      const literal = this.trail[at] ?? 0;
      this.values[literal] = 0;
      this.values[negate(literal)] = 0;
      undone(literal);
    }
    this.trail.length = start;
    this.#starts.length = level;
  }
}
