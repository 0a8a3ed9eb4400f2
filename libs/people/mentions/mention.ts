import type { RecordKey } from '#vault';
import type { PersonDetails } from './person-details.ts';

/** In what part somebody stands in a referral. */
export type MentionRole = 'child' | 'household_member' | 'other_adult' | 'source_of_harm';

/** A person as a referral describes them, before it is stored. */
export interface DescribedPerson {
  readonly role: MentionRole;
  /** Among those of one role, in the order of the referral. Of a child: the index of the child. */
  readonly position: number;
  readonly details: PersonDetails;
}

/** One person in one referral, without what is sealed. Mentions of one person share `personId` once somebody says so. */
export interface Mention {
  readonly id: string;
  readonly authorityId: string;
  readonly referralId: string;
  /** Of a child; `null` for everybody else. */
  readonly caseId: string | null;
  readonly role: MentionRole;
  readonly position: number;
  readonly personId: string;
  readonly receivedAt: Date;
}

export type OpenMention = Mention & { readonly details: PersonDetails };

/** A mention that is about to be stored, with the key of its referral. */
export interface ArrivedMention {
  readonly mention: OpenMention;
  readonly key: RecordKey;
}
