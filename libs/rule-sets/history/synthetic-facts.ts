import { type Fact, type Facts, type FactValue, known, unknown } from '#domain';
import type { CatalogueEntry } from '#rules';

/** A whole number from 0 up to and without `below`. */
export type Dice = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Of a hundred facts that matter, so many are not known. */
const UNKNOWN = 15;
/** Of a hundred harms, so many are there. */
const HARM = 3;

/** Invented facts of a child: few harms, some gaps, an age in days and years that fit each other. */
export function syntheticFacts(catalogue: readonly CatalogueEntry[], dice: Dice): Facts {
  const facts: Record<string, Fact> = {};
  for (const entry of catalogue) {
    const fact = syntheticFact(entry, dice);
    if (fact !== null) facts[entry.id] = fact;
  }
  return { ...facts, ...syntheticAge(dice) };
}

function syntheticFact(entry: CatalogueEntry, dice: Dice): Fact | null {
  if (dice(100) < UNKNOWN) return entry.missing === 'unknown' ? unknown('not_known') : null;
  return known(syntheticValue(entry, dice));
}

function syntheticValue({ type, harm }: CatalogueEntry, dice: Dice): FactValue {
  const isThere = dice(100) < (harm === true ? HARM : 2 * UNKNOWN);
  switch (type.kind) {
    case 'boolean':
      return isThere;
    case 'integer':
      return Math.min(type.max, Math.max(type.min, dice(isThere ? 6 : 2)));
    case 'enum':
      return type.values[isThere ? dice(type.values.length) : 0] ?? '';
    default:
      return type satisfies never;
  }
}

function syntheticAge(dice: Dice): Facts {
  const isUnborn = dice(100) < 2;
  const days = isUnborn ? -dice(200) - 1 : dice(18 * 365);
  const years = isUnborn ? -1 : Math.floor(days / 365.25);
  const isKnown = dice(100) >= 5;
  return {
    'child.unborn': known(isUnborn),
    'child.ageDays': isKnown ? known(days) : unknown('not_known'),
    'child.ageYears': isKnown ? known(years) : unknown('not_known'),
    'child.first1001Days': isKnown ? known(years < 2) : unknown('not_known'),
  };
}
