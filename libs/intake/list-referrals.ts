import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { type Actor, type AgencyId, asId } from '#domain';
import { Database } from '#platform';
import { Vault } from '#vault';
import { findReferralPage, type ReferralSummary } from './referral-list.query.ts';
import { SentReferrals } from './sent-referrals.ts';
import { readsForAuthority } from './sharing.ts';

/** No agency has this id: a referrer without an agency has sent nothing. */
const NO_AGENCY = asId<AgencyId>('');

/** One line of the list; how many are decided is `null` where the sender may not be told. */
type ListedReferral = Omit<ReferralSummary, 'decided'> & { readonly decided: number | null };

export interface ReferralPage {
  readonly referrals: readonly ListedReferral[];
  /** Reference to go on after; `null` on the last page. */
  readonly next: string | null;
}

export interface ReferralListQuestion {
  readonly limit: number;
  readonly after: string | null;
  readonly purpose: AccessPurpose | null;
}

/** The referrals an agency has sent, newest first; for the front door, every agency's. */
@Injectable()
export class ListReferrals {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly sent: SentReferrals,
  ) {}

  execute(actor: Actor, { limit, after, purpose }: ReferralListQuestion): Promise<ReferralPage> {
    const { authorityId } = actor;
    const isOfAll = readsForAuthority(actor);
    const agencyId = isOfAll ? null : (actor.agencyId ?? NO_AGENCY);
    const isWithheld = this.sent.isWithheld(actor, 'outcome');
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await findReferralPage(tx, this.vault, { authorityId, agencyId }, { after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const referralIds = shown.map(({ id }) => id);
      const relation = isOfAll ? 'own_authority' : 'own_agency';
      const details = { relation, purpose, shown: shown.length, referralIds };
      await this.sent.record(tx, [{ action: 'referrals.listed', actor, details }]);
      const referrals = shown.map((row) => (isWithheld ? { ...row, decided: null } : row));
      return { referrals, next: rows.length > limit ? (shown.at(-1)?.reference ?? null) : null };
    });
  }
}
