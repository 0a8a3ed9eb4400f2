import { Injectable } from '@nestjs/common';
import { CaseClocks, emergencyDutyPages } from '#clocks';
import type { AuthorityId } from '#domain';
import { Messages, type NewNotice } from '#messages';
import { Mentions } from '#people';
import { execute, insertRows, type Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';
import type { Arrival } from '../arrival.ts';
import { CaseRow } from './case.entity.ts';
import { sealChild } from './child-column.ts';
import { ReferralRepository } from './referral.repository.ts';

/** A referral that is stored, with the key that seals it. */
export interface Kept {
  readonly arrival: Arrival;
  readonly key: RecordKey;
}

/** Writes referrals that came in, each with a key of its own, cases, first clocks, people and acknowledgement. */
@Injectable()
export class ArrivalRepository {
  constructor(
    readonly referrals: ReferralRepository,
    private readonly clocks: CaseClocks,
    private readonly vault: Vault,
    private readonly messages: Messages,
    private readonly mentions: Mentions,
  ) {}

  /**
   * Stores referrals of one authority, any number in one statement; their rest is to follow with `insertRest`.
   * @returns those stored; of the others nothing is to be written: their agency has used the key before.
   */
  async insertNew(tx: Tx, authorityId: AuthorityId, arrivals: readonly Arrival[]): Promise<Kept[]> {
    const made = arrivals.map(({ id: referralId }) => this.vault.newKey({ authorityId, referralId }));
    const referrals = arrivals.map(({ referral }) => referral);
    const stored = await this.referrals.insertNew(tx, authorityId, referrals, made);
    return made.flatMap(({ key }, at): Kept[] => {
      const arrival = arrivals[at];
      return arrival !== undefined && stored.has(arrival.id) ? [{ arrival, key }] : [];
    });
  }

  /** Each table in one statement, sent together, in an order in which each finds what it points to. */
  async insertRest(tx: Tx, authorityId: AuthorityId, kept: readonly Kept[]): Promise<void> {
    const arrivals = kept.map(({ arrival }) => arrival);
    await Promise.all([
      insertRows(tx, CaseRow, kept.flatMap(sealedRows)),
      this.clocks.open(
        tx,
        arrivals.map(({ cases, first }) => ({ owners: cases.map(({ row }) => row), clocks: first.clocks })),
      ),
      this.insertKeys(tx, authorityId, arrivals),
      this.mentions.insertAll(tx, authorityId, kept.map(arrivingOf)),
      this.messages.queue(
        tx,
        arrivals.flatMap((arrival) => [acknowledgementOf(arrival), ...pagesOf(arrival)]),
      ),
    ]);
  }

  private async insertKeys(tx: Tx, authorityId: AuthorityId, arrivals: readonly Arrival[]): Promise<void> {
    const cases = arrivals.flatMap((arrival) => arrival.cases);
    const keys = cases.flatMap(({ row, keys: ofChild }) => ofChild.map((key) => ({ caseId: row.id, ...key })));
    if (keys.length === 0) return;
    await execute(tx, INSERT_KEYS, [
      authorityId,
      keys.map((key) => key.caseId),
      keys.map((key) => key.kind),
      keys.map((key) => this.vault.blindIndex('match_key', key.value)),
    ]);
  }
}

const INSERT_KEYS = `INSERT INTO case_match_key (case_id, authority_id, kind, key)
  SELECT case_id, $1, kind, key FROM unnest($2::uuid[], $3::text[], $4::text[]) AS k (case_id, kind, key)`;

function arrivingOf({ arrival: { id, referral, cases, document }, key }: Kept) {
  return { id, receivedAt: referral.receivedAt, cases: cases.map(({ row }) => row), document, key };
}

/** Between close and open nobody of the day team reads what cannot wait. */
function pagesOf({ id: referralId, referral, lane }: Arrival): readonly NewNotice[] {
  const { authorityId, receivedAt } = referral;
  return lane === 'urgent' ? emergencyDutyPages({ authorityId, referralId, at: receivedAt }) : [];
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

function sealedRows({ arrival, key }: Kept): CaseRow[] {
  return arrival.cases.map(({ row: { childName, childDateOfBirth, ...row } }) => ({
    ...row,
    child: sealChild(key, row.id, { childName, childDateOfBirth }),
  }));
}
