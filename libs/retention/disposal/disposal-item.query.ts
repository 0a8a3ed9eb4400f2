import type { Actor, ReferralId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';
import type { DisposalItem, DisposalItemState } from './disposal.ts';

/** Columns that a list may be ordered by; the record's id settles ties. */
const ORDERS = {
  dueOn: 'i.due_on',
  lastContactOn: 'i.last_contact_on',
  outcome: 'i.outcome',
  rule: 'i.rule_id',
} as const;
export const ITEM_ORDERS = Object.keys(ORDERS) as (keyof typeof ORDERS)[];

export interface ItemQuestion {
  readonly disposalId: DisposalId;
  readonly state: DisposalItemState | null;
  readonly orderBy: keyof typeof ORDERS;
  readonly descending: boolean;
  readonly after: string | null;
  readonly limit: number;
}

export function findItems(tx: Tx, question: ItemQuestion): Promise<DisposalItem[]> {
  const { disposalId, state, orderBy, descending, after, limit } = question;
  const [sign, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const place = `(${ORDERS[orderBy]}, i.referral_id)`;
  const from = `(SELECT ${ORDERS[orderBy]}, i.referral_id FROM disposal_item i WHERE i.disposal_id = $1 AND i.referral_id = $3)`;
  const text = `${ITEMS} WHERE i.disposal_id = $1 AND ($2::text IS NULL OR i.state = $2)
      AND ($3::uuid IS NULL OR ${place} ${sign} ${from})
    ORDER BY ${ORDERS[orderBy]} ${direction}, i.referral_id ${direction} LIMIT $4`;
  return sql<DisposalItem>(tx, text, [disposalId, state, after, limit]);
}

export async function findItem(tx: Tx, disposalId: DisposalId, referralId: ReferralId): Promise<DisposalItem | null> {
  const text = `${ITEMS} WHERE i.disposal_id = $1 AND i.referral_id = $2`;
  const [item] = await sql<DisposalItem>(tx, text, [disposalId, referralId]);
  return item ?? null;
}

/** `false` when the record is not waiting in the list any more. */
export async function keepItem(
  tx: Tx,
  item: { disposalId: DisposalId; referralId: ReferralId },
  by: Actor,
  why: { at: Date; reason: string },
): Promise<boolean> {
  const values = [item.disposalId, item.referralId, by.id, by.name, why.at, why.reason];
  return (await execute(tx, KEEP, values)) === 1;
}

/** The reference is there for whoever may see a case of the record, and as long as there is one. */
const ITEMS = `SELECT i.referral_id AS "referralId", i.reference_sha256 AS "referenceSha256", i.outcome, i.cases,
    (SELECT r.reference FROM referral r WHERE r.id = i.referral_id
      AND EXISTS (SELECT 1 FROM case_record c WHERE c.referral_id = r.id)) AS reference,
    i.rule_id AS "ruleId", i.last_contact_on::text AS "lastContactOn", i.due_on::text AS "dueOn",
    i.hold_suggested AS "holdSuggested", i.state, i.kept_by_name AS "keptByName", i.kept_reason AS "keptReason",
    i.skipped_because AS "skippedBecause"
  FROM disposal_item i`;

const KEEP = `UPDATE disposal_item SET state = 'kept', kept_by = $3, kept_by_name = $4, kept_at = $5, kept_reason = $6
  WHERE disposal_id = $1 AND referral_id = $2 AND state = 'listed'`;
