import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { LegalHoldId } from '../ids.ts';
import type { LegalHold } from './legal-hold.ts';

interface Holder {
  readonly id: string;
  readonly name: string;
}

interface Owner {
  readonly authorityId: string;
  readonly referralId: string;
}

const REASON = 'legal_hold.reason';
const LIFT_REASON = 'legal_hold.lift_reason';

/** Legal holds; the reasons that people give are sealed like the record itself. */
@Injectable()
export class LegalHoldRepository {
  constructor(private readonly vault: Vault) {}

  async ofReferral(tx: Tx, owner: Owner): Promise<LegalHold[]> {
    const key = await this.vault.keyOf(tx, owner);
    const rows = await sql<HoldRow>(tx, OF_REFERRAL, [owner.referralId]);
    return rows.map((row) => holdOf(row, key));
  }

  /** @throws DomainError `action_not_available` where one is in force, `record_disposed` where the record just went. */
  async place(tx: Tx, owner: Owner, hold: { id: LegalHoldId; by: Holder; at: Date; reason: string }): Promise<void> {
    const { authorityId, referralId } = owner;
    const key = await this.vault.keyOf(tx, owner);
    const sealed = sealedUnder(key, REASON, hold.id, hold.reason);
    const values = [hold.id, authorityId, referralId, sealed, hold.by.id, hold.by.name, hold.at];
    if ((await execute(tx, PLACE, values).catch(refuseGone)) === 0) {
      throw new DomainError('action_not_available', 'A legal hold is in force on this referral already.');
    }
  }

  /** `false` when this hold is not in force. */
  async lift(tx: Tx, owner: Owner, hold: { id: LegalHoldId; by: Holder; at: Date; reason: string }): Promise<boolean> {
    const key = await this.vault.keyOf(tx, owner);
    const sealed = sealedUnder(key, LIFT_REASON, hold.id, hold.reason);
    const values = [hold.id, owner.referralId, hold.by.id, hold.by.name, hold.at, sealed];
    return (await execute(tx, LIFT, values)) === 1;
  }
}

interface HoldRow extends Pick<LegalHold, 'id' | 'reason' | 'placedBy' | 'placedByName' | 'placedAt'> {
  readonly liftedByName: string | null;
  readonly liftedAt: Date | null;
  readonly liftReason: string | null;
}

function holdOf({ liftedByName, liftedAt, liftReason, ...row }: HoldRow, key: RecordKey | null): LegalHold {
  const lifted =
    liftedAt === null
      ? null
      : { byName: liftedByName ?? '', at: liftedAt, reason: openedUnder(key, LIFT_REASON, row.id, liftReason ?? '') };
  return { ...row, reason: openedUnder(key, REASON, row.id, row.reason), lifted };
}

/** A hold that came while the record was being destroyed came too late. */
function refuseGone(error: unknown): never {
  if ((error as { driverError?: { code?: unknown } }).driverError?.code !== '23503') throw error;
  throw new DomainError('record_disposed', 'The record was disposed of a moment ago.', [], { cause: error });
}

const OF_REFERRAL = `SELECT id, reason, placed_by AS "placedBy", placed_by_name AS "placedByName",
    placed_at AS "placedAt", lifted_by_name AS "liftedByName", lifted_at AS "liftedAt", lift_reason AS "liftReason"
  FROM legal_hold WHERE referral_id = $1 ORDER BY placed_at, id`;

const PLACE = `INSERT INTO legal_hold (id, authority_id, referral_id, reason, placed_by, placed_by_name, placed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (referral_id) WHERE lifted_at IS NULL DO NOTHING`;

const LIFT = `UPDATE legal_hold SET lifted_by = $3, lifted_by_name = $4, lifted_at = $5, lift_reason = $6
  WHERE id = $1 AND referral_id = $2 AND lifted_at IS NULL`;
