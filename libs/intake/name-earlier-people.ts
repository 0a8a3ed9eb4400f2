import { Injectable } from '@nestjs/common';
import { asId, type AuthorityId, type ReferralId } from '#domain';
import { authorityIds } from '#nation-packs';
import { Mentions } from '#people';
import { Database, EventLog, execute, sql, type Tx } from '#platform';
import { Vault } from '#vault';
import { ReferralRepository } from './store/referral.repository.ts';

/** Referrals a transaction reads, and transactions a round makes for an authority. */
const BATCH = 50;
const BATCHES = 10;

/**
 * Writes down whom referrals name that came in before people were kept, so that new ones are compared with them, too.
 * What was stored before there were record keys stays without: there is nothing to seal its people with.
 */
@Injectable()
export class NameEarlierPeople {
  constructor(
    private readonly database: Database,
    private readonly referrals: ReferralRepository,
    private readonly mentions: Mentions,
    private readonly vault: Vault,
    private readonly log: EventLog,
  ) {}

  /** One round; what is left over waits for the next. */
  async execute(): Promise<void> {
    for (const authorityId of authorityIds().map(asId<AuthorityId>)) {
      let count = 0;
      for (let batch = 0; batch < BATCHES; batch += 1) {
        const done = await this.database.inTransaction({ authorityId }, (tx) => this.nameBatch(tx, authorityId));
        count += done;
        if (done < BATCH) break;
      }
      if (count > 0) this.log.info('people.earlier_named', { count });
    }
  }

  private async nameBatch(tx: Tx, authorityId: AuthorityId): Promise<number> {
    const claimed = await sql<{ id: ReferralId }>(tx, CLAIM, [authorityId, BATCH]);
    const ids = claimed.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const keys = await this.vault.keysOf(tx, authorityId, ids);
    for (const referral of await this.referrals.ofIds(tx, authorityId, ids)) {
      const key = keys.get(referral.id);
      if (key === undefined) continue;
      const cases = await sql<{ id: string; childIndex: number }>(tx, CASES, [referral.id]);
      await this.mentions.insertAll(tx, authorityId, [{ ...referral, cases, key }]);
    }
    await execute(tx, 'DELETE FROM referral_without_people WHERE referral_id = ANY ($1::uuid[])', [ids]);
    return ids.length;
  }
}

const CLAIM = `SELECT referral_id AS id FROM referral_without_people
  WHERE authority_id = $1 LIMIT $2 FOR UPDATE SKIP LOCKED`;

const CASES = 'SELECT id, child_index AS "childIndex" FROM case_record WHERE referral_id = $1';
