import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { execute, type Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';
import type { Arrival } from '../arrival.ts';
import { CaseClockRow } from './case-clock.entity.ts';
import { CaseRow } from './case.entity.ts';
import { sealChild } from './child-column.ts';
import { ReferralRepository } from './referral.repository.ts';

/** Writes a referral that came in with a key of its own, its cases and their first clocks. */
@Injectable()
export class ArrivalRepository {
  constructor(
    readonly referrals: ReferralRepository,
    private readonly vault: Vault,
  ) {}

  /** `false`, and nothing written, when the agency has used this key before. */
  async insertOnce(tx: Tx, arrival: Arrival): Promise<boolean> {
    const { id: referralId, authorityId } = arrival.referral;
    const made = this.vault.newKey({ authorityId, referralId });
    const isNew = await this.referrals.insertOnce(tx, arrival.referral, made);
    if (!isNew) return false;
    await tx.getRepository(CaseRow).insert(arrival.cases.map(({ row }) => sealedRow(row, made.key)));
    await tx.getRepository(CaseClockRow).insert(
      arrival.cases.map(({ row }) => ({
        id: randomUUID(),
        caseId: row.id,
        authorityId: row.authorityId,
        kind: 'decide_next_steps' as const,
        ...arrival.firstClock,
        stoppedAt: null,
      })),
    );
    await this.insertKeys(tx, arrival);
    return true;
  }

  private async insertKeys(tx: Tx, arrival: Arrival): Promise<void> {
    const keys = arrival.cases.flatMap(({ row, keys: ofChild }) => ofChild.map((key) => ({ caseId: row.id, ...key })));
    if (keys.length === 0) return;
    await execute(
      tx,
      `INSERT INTO case_match_key (case_id, authority_id, kind, key)
       SELECT case_id, $1, kind, key FROM unnest($2::uuid[], $3::text[], $4::text[]) AS k (case_id, kind, key)`,
      [
        arrival.referral.authorityId,
        keys.map((key) => key.caseId),
        keys.map((key) => key.kind),
        keys.map((key) => this.vault.blindIndex('match_key', key.value)),
      ],
    );
  }
}

function sealedRow(opened: Arrival['cases'][number]['row'], key: RecordKey): CaseRow {
  const { childName, childDateOfBirth, ...row } = opened;
  return { ...row, child: sealChild(key, row.id, { childName, childDateOfBirth }) };
}
