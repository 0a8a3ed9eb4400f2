import type { AgencyId, AuthorityId } from '#domain';
import { sql, type Tx } from '#platform';
import { documentOf } from './store/referral.repository.ts';

/** One line of a sender's own list. */
export interface ReferralSummary {
  readonly reference: string;
  readonly receivedAt: Date;
  readonly senderReference: string | null;
  readonly cases: number;
  readonly decided: number;
}

/** Referrals after a reference, newest first; of one agency, or of all where `agencyId` is `null`. */
export async function findReferralPage(
  tx: Tx,
  authorityId: AuthorityId,
  agencyId: AgencyId | null,
  position: { readonly after: string | null; readonly limit: number },
): Promise<ReferralSummary[]> {
  const rows = await sql<SummaryRow>(tx, PAGE, [authorityId, agencyId, position.after, position.limit]);
  return rows.map(summaryOf);
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
