import type { Actor, AgencyId, Lane, ReferralDocument, ReferralId } from '#domain';
import type { FirstClocks } from '#clocks';
import type { MatchKey } from './match-keys.ts';
import type { CaseRow } from './store/case.entity.ts';
import type { ChildDetails } from './store/child-column.ts';
import type { NewReferral } from './store/referral.repository.ts';

/** A child's case as it is opened, with the keys that earlier contacts are counted by. */
export interface OpenedCase {
  readonly row: Omit<CaseRow, 'child'> & ChildDetails;
  readonly keys: readonly MatchKey[];
}

/** Everything that one transaction writes for a referral that has come in. */
export interface Arrival {
  readonly id: ReferralId;
  readonly actor: Actor;
  readonly agencyId: AgencyId;
  readonly referral: NewReferral;
  readonly document: ReferralDocument;
  readonly lane: Lane;
  /** The request that brought it, as a W3C traceparent; `null` when it is not traced. */
  readonly traceParent: string | null;
  readonly cases: readonly OpenedCase[];
  /** The clocks that each of its cases starts with. */
  readonly first: FirstClocks;
  /** When the next steps must have been decided (domain pack clock E1). */
  readonly decideBy: Date;
}
