import type { Case, DecidedPathway, Level } from '#domain';

/** A case of the family: as much of it as tells where it stands and who may see it. */
export type FamilyCase = Pick<
  Case,
  | 'id'
  | 'authorityId'
  | 'referralId'
  | 'agencyId'
  | 'reference'
  | 'queue'
  | 'state'
  | 'claimedBy'
  | 'receivedAt'
  | 'restricted'
> & {
  /** The decision that stands, signed or not; `null` before there is one. */
  readonly decision: {
    readonly level: Level | null;
    readonly pathway: DecidedPathway;
    readonly signed: boolean;
  } | null;
};
