import { Injectable } from '@nestjs/common';
import { reachOf } from '#access-policy';
import { type Actor, type AgencyId, asId } from '#domain';
import { Database } from '#platform';
import { findReferralPage, type ReferralSummary } from './referral-list.query.ts';

/** No agency has this id: a referrer without an agency has sent nothing. */
const NO_AGENCY = asId<AgencyId>('');

export interface ReferralPage {
  readonly referrals: readonly ReferralSummary[];
  /** Reference to go on after; `null` on the last page. */
  readonly next: string | null;
}

/** The referrals an agency has sent, newest first; for the front door, every agency's. */
@Injectable()
export class ListReferrals {
  constructor(private readonly database: Database) {}

  execute(actor: Actor, limit: number, after: string | null): Promise<ReferralPage> {
    const agencyId = reachOf(actor, 'referral.read') === 'own_authority' ? null : (actor.agencyId ?? NO_AGENCY);
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await findReferralPage(tx, actor.authorityId, agencyId, { after, limit: limit + 1 });
      const referrals = rows.slice(0, limit);
      return { referrals, next: rows.length > limit ? (referrals.at(-1)?.reference ?? null) : null };
    });
  }
}
