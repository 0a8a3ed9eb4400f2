import type { ReferralId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';
import type { DisposalItem } from './disposal.ts';

/** A list in the making, held by this transaction: who else looks skips it. */
export interface Computing {
  readonly id: DisposalId;
  readonly dueOn: string;
  readonly afterReceivedAt: string;
  readonly afterId: string;
}

/** A referral that is old enough, with every case settled and nothing holding it. */
export interface Candidate {
  readonly referralId: ReferralId;
  readonly referenceSha256: string;
  /** With microseconds, as a place to go on from. */
  readonly receivedAt: string;
}

export type NewItem = Pick<
  DisposalItem,
  'referralId' | 'referenceSha256' | 'outcome' | 'cases' | 'ruleId' | 'lastContactOn' | 'dueOn' | 'holdSuggested'
>;

export async function claimComputing(tx: Tx, authorityId: string): Promise<Computing | null> {
  const [row] = await sql<Computing>(tx, CLAIM, [authorityId]);
  return row ?? null;
}

/** The next referrals after where the list stands, in the order in which they came, received on a day or before. */
export function findCandidates(
  tx: Tx,
  authorityId: string,
  from: Computing,
  until: { readonly receivedBy: string; readonly limit: number },
): Promise<Candidate[]> {
  const { receivedBy, limit } = until;
  return sql<Candidate>(tx, CANDIDATES, [authorityId, receivedBy, from.afterReceivedAt, from.afterId, limit]);
}

export async function addItems(tx: Tx, authorityId: string, id: DisposalId, items: readonly NewItem[]): Promise<void> {
  if (items.length > 0) await execute(tx, ADD, [authorityId, id, JSON.stringify(items)]);
}

/** Where the next step goes on from; at the end the list is open to be read. */
export async function keepPlace(
  tx: Tx,
  id: DisposalId,
  step: { readonly examined: number; readonly last: Candidate | null; readonly listedAt: Date | null },
): Promise<void> {
  const { examined, last, listedAt } = step;
  await execute(tx, KEEP_PLACE, [id, examined, last?.receivedAt ?? null, last?.referralId ?? null, listedAt]);
}

/** Records that wait to be destroyed: of lists that a second person approved. */
export function findApproved(
  tx: Tx,
  authorityId: string,
  limit: number,
): Promise<{ disposalId: DisposalId; referralId: ReferralId; ruleId: string }[]> {
  return sql(tx, APPROVED, [authorityId, limit]);
}

const CLAIM = `SELECT id, due_on::text AS "dueOn", after_received_at::text AS "afterReceivedAt", after_id AS "afterId"
  FROM disposal WHERE authority_id = $1 AND state = 'computing' ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED`;

const CANDIDATES = `SELECT r.id AS "referralId", r.received_at::text AS "receivedAt",
    encode(sha256(convert_to(r.reference, 'UTF8')), 'hex') AS "referenceSha256"
  FROM referral r
  WHERE r.authority_id = $1 AND r.received_at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/London'
    AND (r.received_at, r.id) > ($3::timestamptz, $4::uuid)
    AND NOT EXISTS (SELECT 1 FROM case_record c WHERE c.referral_id = r.id AND (c.open OR c.decided_pathway IS NULL))
    AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.referral_id = r.id AND h.lifted_at IS NULL)
  ORDER BY r.received_at, r.id LIMIT $5`;

const ADD = `INSERT INTO disposal_item (disposal_id, authority_id, referral_id, reference_sha256, outcome, cases, rule_id,
    last_contact_on, due_on, hold_suggested)
  SELECT $2, $1, n."referralId", n."referenceSha256", n.outcome, n.cases, n."ruleId", n."lastContactOn", n."dueOn",
    n."holdSuggested"
  FROM jsonb_to_recordset($3::jsonb) AS n ("referralId" uuid, "referenceSha256" text, outcome text, cases smallint,
    "ruleId" text, "lastContactOn" date, "dueOn" date, "holdSuggested" boolean)
  ON CONFLICT (disposal_id, referral_id) DO NOTHING`;

const KEEP_PLACE = `UPDATE disposal SET examined = examined + $2,
    after_received_at = coalesce($3::timestamptz, after_received_at), after_id = coalesce($4::uuid, after_id),
    listed_at = $5, state = CASE WHEN $5::timestamptz IS NULL THEN 'computing' ELSE 'listed' END
  WHERE id = $1`;

const APPROVED = `SELECT i.disposal_id AS "disposalId", i.referral_id AS "referralId", i.rule_id AS "ruleId"
  FROM disposal d JOIN disposal_approval a ON a.disposal_id = d.id
  JOIN disposal_item i ON i.disposal_id = d.id AND i.state = 'listed'
  WHERE d.authority_id = $1 AND d.state = 'listed' ORDER BY i.due_on, i.referral_id LIMIT $2`;
