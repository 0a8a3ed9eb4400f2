import type { Comparable } from './comparable.ts';
import { type FamilyLevel, type ScoredPair, scorePair } from './score-pair.ts';

export type Score = (one: Comparable, other: Comparable, family?: FamilyLevel | null) => ScoredPair;

/** As `scorePair`, for one round of matching: hundreds of mentions may say the same of somebody, and are compared once. */
export function rememberedScores(): Score {
  const numbers = new Map<string, number>();
  const numberOf = new WeakMap<Comparable, number>();
  const scores = new Map<string, ScoredPair>();

  function numbered(person: Comparable): number {
    const ready = numberOf.get(person);
    if (ready !== undefined) return ready;
    const text = JSON.stringify(person);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    numberOf.set(person, number);
    return number;
  }

  return (one, other, family = null) => {
    const key = `${String(numbered(one))} ${String(numbered(other))} ${family ?? ''}`;
    const ready = scores.get(key);
    if (ready !== undefined) return ready;
    const made = scorePair(one, other, family);
    scores.set(key, made);
    return made;
  };
}
