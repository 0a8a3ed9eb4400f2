import type { RelationshipKind } from '#people';
import { isInHousehold, residenceOn } from './homes.ts';
import { detailOf, type Member, nameOfMember } from './member.ts';

/** What nobody has said about a family and somebody should ask. */
export const FAMILY_GAPS = [
  'no_adult_named',
  'adult_not_named',
  'second_parent_not_named',
  'partner_not_known',
  'parental_responsibility_not_known',
  'parent_whereabouts_not_known',
  'child_address_not_known',
  'birth_date_not_known',
] as const;
type FamilyGapCode = (typeof FAMILY_GAPS)[number];

export interface FamilyGap {
  readonly code: FamilyGapCode;
  /** Whom it is about; empty where nobody is there to name. */
  readonly members: readonly string[];
}

/**
 * Men and partners are required: every adult of the household, both parents, whoever is a parent's partner; and of
 * children where they live and when they were born. Source: domain pack 4.5, F14.
 */
export function gapsOf(members: readonly Member[], onDate: string): FamilyGap[] {
  const adults = members.filter(({ part }) => part === 'adult');
  const named = adults.filter((adult) => nameOfMember(adult) !== null);
  const parents = adults.filter((adult) => isA(adult, 'parent'));
  const children = members.filter(({ part }) => part === 'child' || part === 'sibling');
  const atHome = named.filter(isInHousehold);
  const hasPartner = adults.some((adult) => isA(adult, 'partner') || isA(adult, 'step_parent'));
  const gaps: (FamilyGap | null)[] = [
    missing('no_adult_named', named.length === 0),
    about('adult_not_named', adults, (adult) => nameOfMember(adult) === null),
    missing('second_parent_not_named', named.filter((adult) => isA(adult, 'parent')).length < 2),
    missing('partner_not_known', atHome.length === 1 && !hasPartner),
    missing('parental_responsibility_not_known', !adults.some(isResponsible)),
    about('parent_whereabouts_not_known', parents, (one) => !isInHousehold(one) && residenceOn(one, onDate) === null),
    about('child_address_not_known', children, (one) => !isInHousehold(one) && residenceOn(one, onDate) === null),
    about('birth_date_not_known', children, (one) => bornOrDue(one) === null),
  ];
  return gaps.filter((gap) => gap !== null);
}

function missing(code: FamilyGapCode, isMissing: boolean): FamilyGap | null {
  return isMissing ? { code, members: [] } : null;
}

function about(code: FamilyGapCode, of: readonly Member[], lacks: (member: Member) => boolean): FamilyGap | null {
  const members = of.filter(lacks).map(({ id }) => id);
  return members.length === 0 ? null : { code, members };
}

function isA(member: Member, kind: RelationshipKind): boolean {
  return member.relationships.some((entry) => entry.stands && entry.kind === kind);
}

function isResponsible(member: Member): boolean {
  return member.relationships.some((entry) => entry.stands && entry.parentalResponsibility === 'yes');
}

function bornOrDue(member: Member): string | null {
  return detailOf(member, ({ details }) => details.dateOfBirth ?? details.expectedDeliveryDate);
}
