import { type Fact, type Facts, unknown } from '#domain';
import type { FactState } from '../solver/fact-states.ts';
import { leaveOut } from '../solver/minimise.ts';
import type { Scope } from '../solver/scopes.ts';
import { type Literal, negate } from '../solver/sat/literal.ts';
import type { Versions } from './versions.ts';
import { directionOf } from './direction.ts';
import { responsibleRules, type RulePair, restsOn } from './responsible.ts';
import type { Direction } from './rule-set-diff.ts';

/** The facts that make a kind, each with its state; null is unknown. */
export type Pattern = ReadonlyMap<string, FactState | null>;

const UNKNOWN = unknown('not_known');

function stateIn(of: Versions, id: string, facts: Facts): FactState | null {
  const found = of.space.facts.get(id);
  const fact = facts[id];
  if (fact === undefined) return found?.missing ?? null;
  if (!fact.known) return null;
  return found?.states.find(({ given }) => given?.known === true && given.value === fact.value) ?? null;
}

/** The case with one fact in every other state. */
function otherwise(of: Versions, id: string, facts: Facts): readonly Facts[] {
  const present = stateIn(of, id, facts);
  const states: readonly (FactState | null)[] = [null, ...(of.space.facts.get(id)?.states ?? [])];
  return states
    .filter((state) => state !== present)
    .map((state) => {
      const { [id]: _left, ...others } = facts;
      const given = state === null ? UNKNOWN : state.given;
      return given === null ? others : { ...others, [id]: given };
    });
}

/**
 * What the case does not say although the rules that make the difference rest on it: facts that nobody reported, and
 * without whose silence one of these rules would give less.
 */
function silentFacts(of: Versions, facts: Facts, rules: readonly RulePair[], direction: Direction): readonly string[] {
  const asked = new Set(rules.flatMap(({ before, after }) => [...(before?.factIds ?? []), ...(after?.factIds ?? [])]));
  const unsaid = [...asked].filter((id) => !Object.hasOwn(facts, id)).sort();
  return unsaid.filter((id) =>
    otherwise(of, id, facts).some((other) => rules.some((pair) => restsOn(of, pair, [facts, other], direction))),
  );
}

export function patternOf(of: Versions, facts: Facts, rules: readonly RulePair[], direction: Direction): Pattern {
  const ids = [...Object.keys(facts), ...silentFacts(of, facts, rules, direction)];
  return new Map(ids.map((id) => [id, stateIn(of, id, facts)]));
}

/**
 * The smallest case within the one found that still has the property, and whose pattern the found one has too: where
 * the silence of a fact matters and the found case was not silent about it, what that one said is kept.
 */
export function smallestWithin(of: Versions, scope: Scope, found: Facts, holds: (facts: Facts) => boolean): Facts {
  const kept = new Set<string>();
  for (;;) {
    const least = leaveOut(found, kept, holds);
    const direction = directionOf(of.heights(scope, least)) ?? 'information';
    const silent = silentFacts(of, least, responsibleRules(of, scope, least, direction), direction);
    const broken = silent.filter((id) => Object.hasOwn(found, id));
    if (broken.length === 0) return least;
    for (const id of broken) kept.add(id);
  }
}

/** The clause that at least one fact is otherwise than in the pattern. */
export function isOtherwise(of: Versions, pattern: Pattern): readonly Literal[] {
  return [...pattern].flatMap(([id, state]) =>
    state === null ? (of.space.facts.get(id)?.states ?? []).map(({ literal }) => literal) : [negate(state.literal)],
  );
}

/** As facts. What must not be given at all cannot be one, and is left out. */
export function factsOfPattern(pattern: Pattern): Facts {
  return Object.fromEntries(
    [...pattern].flatMap(([id, state]): [string, Fact][] => {
      if (state === null) return [[id, UNKNOWN]];
      return state.given === null ? [] : [[id, state.given]];
    }),
  );
}
