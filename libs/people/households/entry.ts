import type { Answer } from '#domain';
import type { PersonAddress } from '../mentions/person-details.ts';
import type { RelationshipKind } from './relationship-kind.ts';

/** Who entered something about a person of a family, and when. As reported in a referral, it has no author and no reason. */
interface Entered {
  readonly id: string;
  /** The person, as one referral mentions them. */
  readonly mentionId: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly recordedByName: string | null;
  readonly reason: string | null;
  /** The earlier entry that this one corrects. */
  readonly replaces: string | null;
  /** No later entry replaces it. */
  readonly stands: boolean;
}

export interface NewRelationship {
  readonly mentionId: string;
  /** To whom; `null`: to every child of the referral. */
  readonly toId: string | null;
  readonly kind: RelationshipKind;
  readonly parentalResponsibility: Answer;
  readonly livesInHousehold: Answer;
}

export interface NewResidence {
  readonly mentionId: string;
  /** `null`: not known. */
  readonly address: PersonAddress | null;
  readonly addressSecret: boolean;
  /** Calendar days; `null`: not known, or still there. */
  readonly since: string | null;
  readonly until: string | null;
}

export type RelationshipEntry = Entered & NewRelationship;
export type ResidenceEntry = Entered & NewResidence;

/** What a person records: why, and in the place of which entry. */
export interface Recording {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly reason: string;
  readonly replaces: string | null;
}
