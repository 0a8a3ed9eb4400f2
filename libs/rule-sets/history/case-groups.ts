import type { ChildInReferral, Facts, ReferralDocument } from '#domain';
import type { NationPack } from '#nation-packs';

/** In the order of their codes in the record's header. */
export const AGE_BANDS = ['unknown', 'unborn', 'under_1', '1_to_4', '5_to_9', '10_to_15', '16_and_over'] as const;
type AgeBand = (typeof AGE_BANDS)[number];

export const SEXES = ['unknown', 'male', 'female'] as const;
type Sex = (typeof SEXES)[number];

export const DISABILITIES = ['unknown', 'no', 'yes'] as const;
type Disability = (typeof DISABILITIES)[number];

/** The groups in which a child is counted (domain pack 6.3). Unknown is a group of its own, never left out. */
export interface CaseGroups {
  /** A code of the nation's list; null when it is not known. */
  readonly ethnicity: string | null;
  readonly disability: Disability;
  /** 1 (most deprived) to 10 within the nation; null when it is not known. */
  readonly deprivationDecile: number | null;
  readonly sex: Sex;
  readonly ageBand: AgeBand;
}

/** The part of an authority's profile that groups are made from. */
export interface GroupProfile {
  readonly nationPack: Pick<NationPack, 'codeLists'>;
  readonly deprivationDecileOf: (postcode: string | undefined) => number | null;
}

/** First whole year of age that no longer belongs to a band. */
const BANDS_BELOW: readonly (readonly [years: number, band: AgeBand])[] = [
  [0, 'unborn'],
  [1, 'under_1'],
  [5, '1_to_4'],
  [10, '5_to_9'],
  [16, '10_to_15'],
];

/**
 * The groups of one child of a referral, at the moment the facts speak of. What is not given, or not in the nation's
 * list, is unknown: free text never becomes a group.
 */
export function groupsOf(
  referral: ReferralDocument,
  childIndex: number,
  facts: Facts,
  profile: GroupProfile,
): CaseGroups {
  const child = referral.children[childIndex];
  return {
    ethnicity: ethnicityOf(child, profile),
    disability: disabilityOf(child),
    deprivationDecile: profile.deprivationDecileOf(child?.address?.postcode),
    sex: child?.sex === 'M' ? 'male' : child?.sex === 'F' ? 'female' : 'unknown',
    ageBand: ageBandOf(facts),
  };
}

function ethnicityOf(child: ChildInReferral | undefined, { nationPack }: GroupProfile): string | null {
  const list = nationPack.codeLists.find(({ id }) => id === 'ethnicity');
  return list?.codes.find(({ code }) => code === child?.ethnicity)?.code ?? null;
}

function disabilityOf(child: ChildInReferral | undefined): Disability {
  if (child?.disabilities === undefined) return 'unknown';
  return child.disabilities.some((code) => code !== 'NONE') ? 'yes' : 'no';
}

export function ageBandOf(facts: Facts): AgeBand {
  const unborn = facts['child.unborn'];
  if (unborn?.known === true && unborn.value === true) return 'unborn';
  const years = facts['child.ageYears'];
  if (years?.known !== true || typeof years.value !== 'number') return 'unknown';
  const age = years.value;
  return BANDS_BELOW.find(([end]) => age < end)?.[1] ?? '16_and_over';
}
