import { Injectable } from '@nestjs/common';
import type { Actor, DecidedPathway, Urgency } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { Closing, Conclusion, Rating, RatedOutcome, SampleItem } from '../sample.ts';

/** An item as its store needs it. */
export interface HeldItem extends SampleItem {
  readonly authorityId: string;
  readonly sampleId: string;
  readonly decisionId: string;
  /** Who decided and signed: they do not rate. */
  readonly workedOnBy: readonly string[];
}

const REASON = 'quality_rating.reason';
const NOTE = 'quality_closing.note';

/** Items of samples. What people write is sealed under the key of the referral; a decision comes only beside its rating. */
@Injectable()
export class ItemRepository {
  constructor(private readonly vault: Vault) {}

  /** In the order in which they were drawn. */
  async ofSample(tx: Tx, { authorityId }: Actor, sampleId: string): Promise<HeldItem[]> {
    return this.opened(
      tx,
      await sql<ItemRow>(tx, `${ITEMS} AND i.sample_id = $2 ORDER BY i.position`, [authorityId, sampleId]),
    );
  }

  async find(tx: Tx, { authorityId }: Actor, id: string): Promise<HeldItem | null> {
    const [item] = await this.opened(tx, await sql<ItemRow>(tx, `${ITEMS} AND i.id = $2`, [authorityId, id]));
    return item ?? null;
  }

  /** Free items, and those that this person has taken and not rated; the oldest sample first. */
  async toRate(tx: Tx, { authorityId, id }: Actor, limit: number): Promise<HeldItem[]> {
    return this.opened(tx, await sql<ItemRow>(tx, TO_RATE, [authorityId, id, limit]));
  }

  /** `false` when somebody else has taken it. */
  async take(tx: Tx, itemId: string, { id, name }: Actor, at: Date): Promise<boolean> {
    return (await execute(tx, TAKE, [itemId, id, name, at])) === 1;
  }

  /** `false` when it is not this person's to give back. */
  async giveBack(tx: Tx, itemId: string, { id }: Actor): Promise<boolean> {
    return (await execute(tx, GIVE_BACK, [itemId, id])) === 1;
  }

  async rate(tx: Tx, item: HeldItem, { id }: Actor, rating: Rating): Promise<boolean> {
    const reason = sealedUnder(await this.vault.keyOf(tx, item), REASON, item.id, rating.reason);
    const { outcome, urgency, knewEnough, ratedAt } = rating;
    return (
      (await execute(tx, RATE, [item.id, item.authorityId, id, outcome, urgency, knewEnough, reason, ratedAt])) === 1
    );
  }

  async close(tx: Tx, item: HeldItem, { id, name }: Actor, closing: Omit<Closing, 'closedByName'>): Promise<boolean> {
    const note = sealedUnder(await this.vault.keyOf(tx, item), NOTE, item.id, closing.note);
    const values = [item.id, item.authorityId, closing.conclusion, note, id, name, closing.closedAt];
    return (await execute(tx, CLOSE, values)) === 1;
  }

  /** Whether somebody has seen the record: then their rating would not be blind. */
  async hasSeen(tx: Tx, { caseId, authorityId }: HeldItem, { id }: Actor): Promise<boolean> {
    return (await sql(tx, SEEN, [authorityId, caseId, id])).length > 0;
  }

  private async opened(tx: Tx, rows: readonly ItemRow[]): Promise<HeldItem[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const keys = await this.vault.keysOf(tx, first.authorityId, [...new Set(rows.map((row) => row.referralId))]);
    return rows.map((row) => itemOf(row, keys.get(row.referralId) ?? null));
  }
}

interface ItemRow extends Omit<HeldItem, 'rated' | 'closing' | 'workedOnBy'> {
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly decidedAt: Date;
  readonly signedBy: string | null;
  readonly pathway: DecidedPathway;
  readonly decidedOutcome: RatedOutcome;
  readonly decidedUrgency: Urgency;
  readonly outcome: RatedOutcome | null;
  readonly urgency: Urgency | null;
  readonly knewEnough: boolean | null;
  readonly reason: string | null;
  readonly ratedAt: Date | null;
  readonly conclusion: Conclusion | null;
  readonly note: string | null;
  readonly closedByName: string | null;
  readonly closedAt: Date | null;
}

function itemOf(row: ItemRow, key: RecordKey | null): HeldItem {
  const { id, authorityId, sampleId, decisionId, position, stratum, caseId, referralId, reference } = row;
  const { raterId, raterName, takenAt } = row;
  return {
    ...{ id, authorityId, sampleId, decisionId, position, stratum, caseId, referralId, reference },
    ...{ raterId, raterName, takenAt },
    workedOnBy: [row.decidedBy, ...(row.signedBy === null ? [] : [row.signedBy])],
    rated: ratedOf(row, key),
    closing: closingOf(row, key),
  };
}

function ratedOf(row: ItemRow, key: RecordKey | null): SampleItem['rated'] {
  const { outcome, urgency, knewEnough, reason, ratedAt } = row;
  if (outcome === null || urgency === null || knewEnough === null || reason === null || ratedAt === null) return null;
  const { decidedBy, decidedByName, decidedAt, pathway } = row;
  return {
    rating: { outcome, urgency, knewEnough, reason: openedUnder(key, REASON, row.id, reason), ratedAt },
    decision: {
      ...{ outcome: row.decidedOutcome, urgency: row.decidedUrgency },
      ...{ decidedBy, decidedByName, decidedAt, pathway },
    },
  };
}

function closingOf({ id, conclusion, note, closedByName, closedAt }: ItemRow, key: RecordKey | null): Closing | null {
  if (conclusion === null || note === null || closedByName === null || closedAt === null) return null;
  return { conclusion, note: openedUnder(key, NOTE, id, note), closedByName, closedAt };
}

const ITEMS = `SELECT i.id, i.authority_id AS "authorityId", i.sample_id AS "sampleId", i.decision_id AS "decisionId",
    i.position, i.stratum, i.case_id AS "caseId", c.referral_id AS "referralId", c.reference,
    i.rater_id AS "raterId", i.rater_name AS "raterName", i.taken_at AS "takenAt",
    d.decided_by AS "decidedBy", d.decided_by_name AS "decidedByName", d.decided_at AS "decidedAt",
    i.signed_by AS "signedBy", d.pathway, coalesce(d.level, 'no_further_action') AS "decidedOutcome",
    d.urgency AS "decidedUrgency", r.outcome, r.urgency, r.knew_enough AS "knewEnough", r.reason, r.rated_at AS "ratedAt",
    z.conclusion, z.note, z.closed_by_name AS "closedByName", z.closed_at AS "closedAt"
  FROM quality_item i JOIN case_record c ON c.id = i.case_id JOIN decision_index d ON d.decision_id = i.decision_id
  LEFT JOIN quality_rating r ON r.item_id = i.id LEFT JOIN quality_closing z ON z.item_id = i.id
  WHERE i.authority_id = $1`;

const TO_RATE = `${ITEMS} AND r.item_id IS NULL AND (i.rater_id IS NULL OR i.rater_id = $2)
    AND i.decided_by <> $2 AND i.signed_by IS DISTINCT FROM $2
  ORDER BY (i.rater_id IS NULL), (SELECT s.drawn_at FROM quality_sample s WHERE s.id = i.sample_id), i.position LIMIT $3`;

const TAKE = `UPDATE quality_item SET rater_id = $2, rater_name = $3, taken_at = $4 WHERE id = $1 AND rater_id IS NULL`;
const GIVE_BACK = `UPDATE quality_item SET rater_id = NULL, rater_name = NULL, taken_at = NULL
  WHERE id = $1 AND rater_id = $2 AND NOT EXISTS (SELECT 1 FROM quality_rating r WHERE r.item_id = $1)`;
const RATE = `INSERT INTO quality_rating (item_id, authority_id, rated_by, outcome, urgency, knew_enough, reason, rated_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE EXISTS (
    SELECT 1 FROM quality_item i WHERE i.id = $1 AND i.rater_id = $3)
  ON CONFLICT (item_id) DO NOTHING`;
const CLOSE = `INSERT INTO quality_closing (item_id, authority_id, conclusion, note, closed_by, closed_by_name, closed_at)
  SELECT $1, $2, $3, $4, $5, $6, $7 WHERE EXISTS (SELECT 1 FROM quality_rating r WHERE r.item_id = $1)
  ON CONFLICT (item_id) DO NOTHING`;
/** Taking an item and giving it back shows nothing of the decision. */
const SEEN = `SELECT 1 AS seen FROM audit_event WHERE authority_id = $1 AND case_id = $2 AND actor_id = $3
  AND action NOT LIKE 'quality.%' LIMIT 1`;
