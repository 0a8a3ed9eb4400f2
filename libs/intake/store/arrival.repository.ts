import { Injectable } from '@nestjs/common';
import { CaseClocks, emergencyDutyPages } from '#clocks';
import { Messages, type NewNotice } from '#messages';
import { profileOf } from '#nation-packs';
import { Mentions } from '#people';
import { execute, type Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';
import type { Arrival } from '../arrival.ts';
import { laneOf } from '../open-cases.ts';
import { CaseRow } from './case.entity.ts';
import { sealChild } from './child-column.ts';
import { ReferralRepository } from './referral.repository.ts';

/** Writes a referral that came in with a key of its own, its cases, their first clocks, its people and its acknowledgement. */
@Injectable()
export class ArrivalRepository {
  constructor(
    readonly referrals: ReferralRepository,
    private readonly clocks: CaseClocks,
    private readonly vault: Vault,
    private readonly messages: Messages,
    private readonly mentions: Mentions,
  ) {}

  /** `false`, and nothing written, when the agency has used this key before. */
  async insertOnce(tx: Tx, arrival: Arrival): Promise<boolean> {
    const { id: referralId, authorityId } = arrival.referral;
    const made = this.vault.newKey({ authorityId, referralId });
    const isNew = await this.referrals.insertOnce(tx, arrival.referral, made);
    if (!isNew) return false;
    const cases = arrival.cases.map(({ row }) => row);
    await tx.getRepository(CaseRow).insert(cases.map((row) => sealedRow(row, made.key)));
    await this.clocks.open(tx, cases, arrival.first.clocks);
    await this.insertKeys(tx, arrival);
    await this.mentions.insertAll(tx, { ...arrival.referral, cases }, arrival.document, made.key);
    await this.messages.queue(tx, [acknowledgementOf(arrival), ...pagesOf(arrival)]);
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

/** Between close and open nobody of the day team reads what cannot wait. */
function pagesOf({ id: referralId, referral, document }: Arrival): readonly NewNotice[] {
  const { authorityId, receivedAt } = referral;
  if (laneOf(document, profileOf(authorityId)) !== 'urgent') return [];
  return emergencyDutyPages({ authorityId, referralId, at: receivedAt });
}

function acknowledgementOf({ id: referralId, referral, actor }: Arrival): NewNotice {
  return {
    authorityId: actor.authorityId,
    template: 'acknowledgement',
    to: { kind: 'sender' },
    ...{ referralId, caseId: null, subjectId: null },
    urgent: true,
    dedupeKey: `acknowledgement:${referralId}`,
    at: referral.receivedAt,
  };
}

function sealedRow(opened: Arrival['cases'][number]['row'], key: RecordKey): CaseRow {
  const { childName, childDateOfBirth, ...row } = opened;
  return { ...row, child: sealChild(key, row.id, { childName, childDateOfBirth }) };
}
