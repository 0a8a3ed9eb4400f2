import type { Actor, AgencyId, AuthorityId } from '#domain';
import type { Receipt } from '#intake';
import type { DraftContent } from './content/draft-content.ts';

/** By which form a referral is written: an agency's, a call being taken, or that of families without an account. */
export type DraftChannel = 'form' | 'telephone' | 'self_referral';

/** Whose draft it is. A family's id is a blind index of its resume code. */
export interface DraftOwner {
  readonly authorityId: AuthorityId;
  readonly id: string;
}

/** A draft as its owner sees it. */
export interface Draft {
  readonly id: string;
  readonly authorityId: AuthorityId;
  readonly channel: DraftChannel;
  /** Empty once it has ended. */
  readonly content: DraftContent;
  /** The page that was saved last: where to go on. */
  readonly page: string;
  readonly version: number;
  readonly startedAt: Date;
  readonly savedAt: Date;
  readonly expiresAt: Date;
  /** How it ended; `null` while it is being written. */
  readonly ended: 'sent' | 'abandoned' | 'expired' | null;
  readonly endedAt: Date | null;
  /** Of the referral that came of it. */
  readonly receipt: Receipt | null;
}

/** What a person gave about themself with the last referral. */
export type SenderDetails = Readonly<Record<string, string>>;

/** A family has no account: it stands in the trail as whoever asked for help, sending for the agency of families. */
export function familyActor(owner: DraftOwner, agencyId: AgencyId): Actor {
  return {
    ...{ id: owner.id, kind: 'person', name: 'Somebody who asked for help', roles: [], teams: [] },
    ...{ authorityId: owner.authorityId, agencyId, homePostcode: null, registration: null },
  };
}
