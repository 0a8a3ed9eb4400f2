import { Injectable } from '@nestjs/common';
import { reachOf } from '#access-policy';
import type { Actor } from '#domain';
import { Database, sql } from '#platform';
import { documentOf } from './store/referral.repository.ts';

/** One line of a sender's own list. */
export interface ReferralSummary {
  readonly reference: string;
  readonly receivedAt: Date;
  readonly senderReference: string | null;
  readonly cases: number;
  readonly decided: number;
}

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
    const agencyId = reachOf(actor, 'referral.read') === 'own_authority' ? null : (actor.agencyId ?? '');
    return this.database.inTransaction(async (tx) => {
      const rows = await sql<SummaryRow>(tx, PAGE, [actor.authorityId, agencyId, after, limit + 1]);
      const referrals = rows.slice(0, limit).map(summaryOf);
      return { referrals, next: rows.length > limit ? (referrals.at(-1)?.reference ?? null) : null };
    });
  }
}

type SummaryRow = Omit<ReferralSummary, 'senderReference'> & { readonly body: Buffer };

/** The body is read here and never by PostgreSQL, whose jsonb refuses some JSON that the schema lets in. */
function summaryOf({ body, ...row }: SummaryRow): ReferralSummary {
  return { ...row, senderReference: documentOf(body).senderReference ?? null };
}

const PAGE = `SELECT r.reference, r.received_at AS "receivedAt", r.body,
    count(c.id)::int AS cases, (count(c.id) FILTER (WHERE NOT c.open))::int AS decided
  FROM referral r JOIN case_record c ON c.referral_id = r.id
  WHERE r.authority_id = $1 AND ($2::text IS NULL OR r.agency_id = $2)
    AND ($3::text IS NULL OR (r.received_at, r.id) < (
      SELECT a.received_at, a.id FROM referral a
      WHERE a.authority_id = $1 AND ($2::text IS NULL OR a.agency_id = $2) AND a.reference = $3))
  GROUP BY r.id ORDER BY r.received_at DESC, r.id DESC LIMIT $4`;
