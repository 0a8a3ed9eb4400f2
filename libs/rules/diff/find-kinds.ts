import type { Facts } from '#domain';
import { isSame } from '../solver/heights.ts';
import { type Literal, negate } from '../solver/sat/literal.ts';
import type { Scope } from '../solver/scopes.ts';
import { ExampleFails } from '../verify/example.ts';
import type { Versions } from './versions.ts';
import { describeKind, type FoundKind } from './describe-kind.ts';
import { directionOf, DIRECTIONS, isExactly, waysToGo } from './direction.ts';
import { isOtherwise, smallestWithin } from './pattern.ts';
import type { DiffKind, Direction } from './rule-set-diff.ts';

/** The search for kinds that go one way. Clauses that rule out what was found count only while `active` is assumed. */
class KindSearch {
  readonly #of: Versions;
  readonly #direction: Direction;

  constructor(of: Versions, direction: Direction) {
    this.#of = of;
    this.#direction = direction;
  }

  /** First one kind for each cause, then those that only lead from other or to other outcomes. */
  *kinds(): Generator<FoundKind> {
    const byCause = this.#of.space.newInput();
    const byOutcomes = this.#of.space.newInput();
    for (const scope of this.#of.scopes) {
      for (const found of this.#search(scope, byCause, () => true)) {
        this.#of.space.addClause([negate(byCause), ...isOtherwise(this.#of, found.pattern)]);
        this.#ruleOutOutcomes(scope, byOutcomes, found);
        yield found;
      }
    }
    for (const scope of this.#of.scopes) {
      for (const found of this.#search(scope, byOutcomes, (facts, first) => this.#hasOutcomes(scope, facts, first))) {
        this.#ruleOutOutcomes(scope, byOutcomes, found);
        yield found;
      }
    }
  }

  *#search(scope: Scope, active: Literal, isAlike: (facts: Facts, first: Facts) => boolean): Generator<FoundKind> {
    const { space } = this.#of;
    for (const way of waysToGo(space.circuit, this.#direction, this.#of.outcomeIn(scope))) {
      while (space.ask([active, ...way]) === 'satisfiable') {
        const first = space.factsFound();
        const holds = (facts: Facts): boolean =>
          directionOf(this.#of.heights(scope, facts)) === this.#direction && isAlike(facts, first);
        if (!holds(first)) throw new ExampleFails('The two versions agree on the case that was found to differ.');
        yield describeKind(this.#of, scope, smallestWithin(this.#of, scope, first, holds), this.#direction);
      }
    }
  }

  #hasOutcomes(scope: Scope, facts: Facts, first: Facts): boolean {
    const [one, other] = [this.#of.heights(scope, facts), this.#of.heights(scope, first)];
    return isSame(one.before.definite, other.before.definite) && isSame(one.after.definite, other.after.definite);
  }

  #ruleOutOutcomes(found: Scope, active: Literal, { kind }: FoundKind): void {
    const { space } = this.#of;
    const heights = this.#of.heights(found, kind.example.before.facts);
    for (const scope of this.#of.scopes) {
      const { before, after } = this.#of.outcomeIn(scope);
      const isFrom = isExactly(space.circuit, before.definite, heights.before.definite);
      const isTo = isExactly(space.circuit, after.definite, heights.after.definite);
      space.addClause([negate(active), negate(isFrom), negate(isTo)]);
    }
  }
}

export interface FoundKinds {
  readonly kinds: readonly DiffKind[];
  readonly isComplete: boolean;
}

/**
 * Kinds of change, those that go lower first, until there are no more or the limit is reached. One step for each, with
 * how many there are so far.
 */
export function* findKinds(of: Versions, maxKinds: number): Generator<number, FoundKinds> {
  const kinds: DiffKind[] = [];
  for (const direction of DIRECTIONS) {
    for (const { kind } of new KindSearch(of, direction).kinds()) {
      if (kinds.length >= maxKinds) return { kinds, isComplete: false };
      kinds.push(kind);
      yield kinds.length;
    }
  }
  return { kinds, isComplete: of.space.effort.undecided === 0 };
}
