import type { ChildInReferral } from '#domain';
import type { AgencyType } from '#nation-packs';
import type { AskedChild, IdentifyingDetail } from './enquiry.ts';

/** The identifiers that each kind of agency finds a child by; the others are none of its business. */
const IDENTIFIERS: Readonly<
  Partial<Record<AgencyType, readonly (keyof NonNullable<ChildInReferral['identifiers']>)[]>>
> = {
  health: ['nhsNumber', 'chiNumber', 'hcNumber'],
  school: ['upn', 'scottishCandidateNumber'],
  police: ['policeReference'],
};

/** As much of a child as an agency needs to find them: name and date of birth, and what the sender says beside it. */
export function askedChildOf(
  child: ChildInReferral,
  to: { readonly type: AgencyType; readonly share: readonly IdentifyingDetail[] },
): AskedChild {
  const name = [child.givenName, child.familyName].filter((part) => part !== undefined).join(' ');
  return {
    name: name === '' ? null : name,
    dateOfBirth: child.dateOfBirth ?? null,
    expectedDeliveryDate: child.expectedDeliveryDate ?? null,
    address: to.share.includes('address') ? addressOf(child) : null,
    identifiers: to.share.includes('identifiers') ? identifiersFor(child, to.type) : {},
  };
}

function addressOf({ address }: ChildInReferral): string | null {
  const parts = [...(address?.lines ?? []), address?.postcode].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(', ');
}

function identifiersFor({ identifiers = {} }: ChildInReferral, type: AgencyType): Record<string, string> {
  const given = (IDENTIFIERS[type] ?? []).map((scheme) => [scheme, identifiers[scheme]] as const);
  return Object.fromEntries(given.flatMap(([scheme, value]) => (value === undefined ? [] : [[scheme, value]])));
}
