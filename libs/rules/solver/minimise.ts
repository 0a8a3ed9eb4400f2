import type { Fact, Facts } from '#domain';
import type { FactStates } from './fact-states.ts';

function without(facts: Facts, id: string): Facts {
  const { [id]: _left, ...others } = facts;
  return others;
}

/** Values to put in the place of an unknown one, so that an example is unknown only where that is the point. */
function knownInstead(states: FactStates | undefined): readonly Fact[] {
  return (states?.states ?? []).flatMap(({ given }) => (given === null ? [] : [given]));
}

function simplified(facts: Facts, id: string, fact: Fact, states: FactStates | undefined): readonly Facts[] {
  return [without(facts, id), ...(fact.known ? [] : knownInstead(states).map((value) => ({ ...facts, [id]: value })))];
}

/**
 * The same example with as little in it as can be: each fact goes back to what a missing report means, or from unknown
 * to some value, as long as the property still holds.
 */
export function minimise(
  facts: Facts,
  states: ReadonlyMap<string, FactStates>,
  holds: (facts: Facts) => boolean,
): Facts {
  return leastFrom(facts, (least, id, fact) => simplified(least, id, fact, states.get(id)).find(holds));
}

/** As `minimise`, but facts are only left out, never changed, and some are kept. */
export function leaveOut(facts: Facts, kept: ReadonlySet<string>, holds: (facts: Facts) => boolean): Facts {
  return leastFrom(facts, (least, id) => (kept.has(id) ? undefined : [without(least, id)].find(holds)));
}

type Simplify = (facts: Facts, id: string, fact: Fact) => Facts | undefined;

/** Goes over the facts until none can be made simpler. */
function leastFrom(facts: Facts, simplify: Simplify): Facts {
  let least = facts;
  for (let before: Facts | null = null; before !== least;) {
    before = least;
    for (const [id, fact] of Object.entries(before)) least = simplify(least, id, fact) ?? least;
  }
  return least;
}
