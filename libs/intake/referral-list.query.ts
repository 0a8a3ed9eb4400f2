import type { AgencyId, AuthorityId } from '#domain';
import { sql, type Tx } from '#platform';
import type { RecordKey, Vault } from '#vault';
import { documentOf, type StoredBody } from './store/referral.repository.ts';

/** One line of a sender's own list. */
export interface ReferralSummary {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly senderReference: string | null;
  readonly cases: number;
  readonly decided: number;
}

/** Referrals after a reference, newest first; of one agency, or of all where `agencyId` is `null`. */
export async function findReferralPage(
  tx: Tx,
  vault: Vault,
  sender: { readonly authorityId: AuthorityId; readonly agencyId: AgencyId | null },
  position: { readonly after: string | null; readonly limit: number },
): Promise<ReferralSummary[]> {
  const { authorityId, agencyId } = sender;
  const rows = await sql<SummaryRow>(tx, PAGE, [authorityId, agencyId, position.after, position.limit]);
  const ids = rows.map((row) => row.id);
  const keys = await vault.keysOf(tx, authorityId, ids);
  return rows.map((row) => summaryOf(row, keys.get(row.id) ?? null));
}

type SummaryRow = Omit<ReferralSummary, 'senderReference'> & StoredBody;

/** The body is read here and never by PostgreSQL, whose jsonb refuses some JSON that the schema lets in. */
function summaryOf({ id, body, bodySha256, ...row }: SummaryRow, key: RecordKey | null): ReferralSummary {
  const isErased = key?.erased === true;
  return { id, ...row, senderReference: isErased ? null : senderReferenceOf({ id, body, bodySha256 }, key) };
}

function senderReferenceOf(stored: StoredBody, key: RecordKey | null): string | null {
  return documentOf(stored, key).senderReference ?? null;
}

const PAGE = `SELECT r.id, r.reference, r.received_at AS "receivedAt", r.body, r.body_sha256 AS "bodySha256",
    count(c.id)::int AS cases, (count(c.id) FILTER (WHERE NOT c.open))::int AS decided
  FROM referral r JOIN case_record c ON c.referral_id = r.id
  WHERE r.authority_id = $1 AND ($2::text IS NULL OR r.agency_id = $2)
    AND ($3::text IS NULL OR (r.received_at, r.id) < (
      SELECT a.received_at, a.id FROM referral a
      WHERE a.authority_id = $1 AND ($2::text IS NULL OR a.agency_id = $2) AND a.reference = $3))
  GROUP BY r.id ORDER BY r.received_at DESC, r.id DESC LIMIT $4`;
