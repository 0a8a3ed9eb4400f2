import { agencyOf } from './agency-of.ts';
import type { SharingPurpose } from './sharing-agreement.ts';

/**
 * Whether an agency may be told this on a day. Without an agreement in force nothing new is disclosed; what an agency
 * sends is taken in whatever its agreement says, since there is a duty to tell (Children Act 2004 s16LA).
 */
export function mayShareWith(
  agency: { readonly authorityId: string; readonly agencyId: string },
  purpose: SharingPurpose,
  onDate: string,
): boolean {
  const agreement = agencyOf(agency.authorityId, agency.agencyId)?.sharingAgreement;
  return agreement !== undefined && onDate <= agreement.until && agreement.purposes.includes(purpose);
}
