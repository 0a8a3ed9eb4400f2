import type { Comparable } from './comparable.ts';
import { compareBirths } from './compare-birth.ts';
import { compareNames } from './compare-names.ts';
import { compareHealthNumbers, compareMothers, compareNumbers, comparePlaces } from './compare-others.ts';
import { type Agreement, bandOf, type MatchBand, type MatchEvidence, probability, weightsOf } from './match-model.ts';

/** How likely it is that two mentions are of one person, and why. */
export interface ScoredPair {
  /** From 0 to 1. */
  readonly score: number;
  readonly band: MatchBand;
  readonly evidence: readonly MatchEvidence[];
}

export type FamilyLevel = Extract<Agreement, { field: 'family' }>['level'];

/**
 * The same whichever of the two comes first. What either does not say weighs nothing.
 * @param family what the other people of the two referrals say, where they say anything.
 */
export function scorePair(one: Comparable, other: Comparable, family: FamilyLevel | null = null): ScoredPair {
  const agreements = agreementsOf(one, other);
  const all = family === null ? agreements : [...agreements, { field: 'family', level: family } as const];
  const evidence = all.map((agreement): MatchEvidence => ({
    field: agreement.field,
    level: agreement.level,
    ...weightsOf(agreement),
  }));
  const weight = evidence.reduce((sum, line) => sum + line.weight, 0);
  const besideRelatives = evidence.reduce((sum, line) => sum + line.besideRelatives, 0);
  const score = probability(weight, besideRelatives);
  return { score, band: bandOf(score), evidence: evidence.map(rounded) };
}

/** How far each field agrees that both know. */
export function agreementsOf(one: Comparable, other: Comparable): Agreement[] {
  const birth = compareBirths(one.birth, other.birth);
  const health = compareHealthNumbers(one.identifiers, other.identifiers);
  const pupil = compareNumbers(one.identifiers.pupil, other.identifiers.pupil);
  const local = compareNumbers(one.identifiers.local, other.identifiers.local);
  const place = comparePlaces(one.place, other.place);
  const mother = compareMothers(one.mother, other.mother);
  return [
    ...compareNames(one.name, other.name),
    ...(birth === null ? [] : [{ field: 'birth', level: birth } as const]),
    ...sexes(one.sex, other.sex),
    ...(health === null ? [] : [{ field: 'healthNumber', level: health } as const]),
    ...(pupil === null ? [] : [{ field: 'pupilNumber', level: pupil } as const]),
    ...(local === null ? [] : [{ field: 'localNumber', level: local } as const]),
    ...(place === null ? [] : [{ field: 'place', level: place } as const]),
    ...(one.parent !== null && one.parent === other.parent ? [{ field: 'part', level: 'same_parent' } as const] : []),
    ...(mother === null ? [] : [{ field: 'mother', level: mother } as const]),
  ];
}

function sexes(one: Comparable['sex'], other: Comparable['sex']): Agreement[] {
  if (one === null || other === null) return [];
  return [{ field: 'sex', level: one === other ? 'same' : 'different' }];
}

function rounded(line: MatchEvidence): MatchEvidence {
  return { ...line, weight: toTenth(line.weight), besideRelatives: toTenth(line.besideRelatives) };
}

function toTenth(bits: number): number {
  return Math.round(bits * 10) / 10;
}
