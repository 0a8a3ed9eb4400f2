import type { AgencyId, CaseId, ReferralId } from '#domain';

/** How two cases belong to one family picture. */
export type RelatedBy = 'child' | 'sibling' | 'household' | 'address' | 'adult';

/** How sure it is: somebody said so, the details match, or an exact identifier is the same. */
export type Certainty = 'confirmed' | 'match' | 'exact_key';

/** Another case that belongs to the picture of one; one for each case and relation. */
export interface RelatedCase {
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly agencyId: AgencyId;
  readonly receivedAt: Date;
  readonly relatedBy: RelatedBy;
  readonly certainty: Certainty;
}
