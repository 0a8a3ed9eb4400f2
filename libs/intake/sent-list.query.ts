import type { ReferralDocument } from '#domain';
import { sql, type Tx } from '#platform';
import type { Vault } from '#vault';
import type { SentFilter } from './list-sent.ts';
import { documentOf, type StoredBody } from './store/referral.repository.ts';

/** A referral as the list of its agency finds it; without a document once it was destroyed. */
export interface SentRow {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly cases: number;
  readonly decided: number;
  /** ISO instant. */
  readonly decideBy: string;
  readonly document: ReferralDocument | null;
}

type Found = Omit<SentRow, 'document'> & StoredBody;

/** Referrals of an agency after a reference, newest first. */
export async function findSentPage(
  tx: Tx,
  vault: Vault,
  sender: { readonly authorityId: string; readonly agencyId: string },
  asked: { readonly filter: SentFilter; readonly after: string | null; readonly limit: number },
): Promise<SentRow[]> {
  const { authorityId, agencyId } = sender;
  const found = await sql<Found>(tx, PAGE, [authorityId, agencyId, asked.after, asked.filter, asked.limit]);
  const ids = found.map(({ id }) => id);
  const keys = await vault.keysOf(tx, authorityId, ids);
  return found.map(({ body, bodySha256, ...row }) => {
    const key = keys.get(row.id) ?? null;
    const document = key?.erased === true ? null : documentOf({ id: row.id, body, bodySha256 }, key);
    return { ...row, document };
  });
}

const PAGE = `SELECT r.id, r.reference, r.received_at AS "receivedAt", r.body, r.body_sha256 AS "bodySha256",
    r.receipt ->> 'decisionDueBy' AS "decideBy",
    count(c.id)::int AS cases, (count(c.id) FILTER (WHERE NOT c.open))::int AS decided
  FROM referral r JOIN case_record c ON c.referral_id = r.id
  WHERE r.authority_id = $1 AND r.agency_id = $2
    AND ($3::text IS NULL OR (r.received_at, r.id) < (
      SELECT a.received_at, a.id FROM referral a WHERE a.authority_id = $1 AND a.agency_id = $2 AND a.reference = $3))
  GROUP BY r.id
  HAVING $4 = 'all' OR ($4 = 'waiting') = bool_or(c.open)
  ORDER BY r.received_at DESC, r.id DESC LIMIT $5`;
