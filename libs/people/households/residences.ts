import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { ArrivedMention, Mention } from '../mentions/mention.ts';
import type { PersonAddress } from '../mentions/person-details.ts';
import { addressKeyOf } from './address-key.ts';
import type { NewResidence, Recording, ResidenceEntry } from './entry.ts';

const ADDRESS = 'residence.address';
const REASON = 'residence.reason';

type StoredResidence = Omit<ResidenceEntry, 'address'> & {
  readonly address: string | null;
  readonly referralId: string;
};

/** Where people live and lived: as reported, and as somebody recorded it. Nothing is changed; addresses are sealed. */
@Injectable()
export class Residences {
  constructor(private readonly vault: Vault) {}

  /** Of everybody whom a referral gives an address: since when, it does not say. */
  async insertReported(tx: Tx, arrived: readonly ArrivedMention[]): Promise<void> {
    const rows = arrived.flatMap(({ mention, key }) => {
      const { id: mentionId, authorityId, referralId, receivedAt } = mention;
      const { address } = mention.details;
      if (address === null) return [];
      const id = randomUUID();
      const owner = { id, authority_id: authorityId, referral_id: referralId, mention_id: mentionId };
      return [{ ...owner, ...this.sealed(key, id, address), recorded_at: receivedAt }];
    });
    if (rows.length > 0) await execute(tx, INSERT_REPORTED, [JSON.stringify(rows)]);
  }

  /** Every entry about these people, oldest first. */
  async of(tx: Tx, authorityId: string, mentionIds: readonly string[]): Promise<ResidenceEntry[]> {
    const rows = await sql<StoredResidence>(tx, SELECT, [mentionIds]);
    const keys = await this.vault.keysOf(tx, authorityId, [...new Set(rows.map((row) => row.referralId))]);
    return rows.map(({ referralId, ...row }) => {
      const key = keys.get(referralId) ?? null;
      const open = (place: string, text: string | null) =>
        text === null ? null : openedUnder(key, place, row.id, text);
      const address = open(ADDRESS, row.address);
      return {
        ...row,
        address: address === null ? null : (JSON.parse(address) as PersonAddress),
        reason: open(REASON, row.reason),
      };
    });
  }

  /** @throws DomainError `record_changed` when somebody has replaced the same entry. */
  async record(tx: Tx, mention: Mention, entry: NewResidence, recording: Recording): Promise<string> {
    const id = randomUUID();
    const key = await this.vault.keyOf(tx, mention);
    const { by, at, replaces } = recording;
    const reason = sealedUnder(key, REASON, id, recording.reason);
    const { address, address_key } =
      entry.address === null ? { address: null, address_key: null } : this.sealed(key, id, entry.address);
    const owner = [id, mention.authorityId, mention.referralId, mention.id, address, address_key];
    const values = [...owner, entry.addressSecret, entry.since, entry.until, at, by.id, by.name, reason, replaces];
    if ((await execute(tx, INSERT, values)) === 1) return id;
    throw new DomainError('record_changed', 'Somebody has corrected this entry since you read it.');
  }

  private sealed(key: RecordKey | null, id: string, address: PersonAddress) {
    const found = addressKeyOf(address);
    return {
      address: sealedUnder(key, ADDRESS, id, JSON.stringify(address)),
      address_key: found === null ? null : this.vault.blindIndex('match_key', found),
    };
  }
}

const INSERT_REPORTED = `INSERT INTO residence (id, authority_id, referral_id, mention_id, address, address_key, recorded_at)
  SELECT id, authority_id, referral_id, mention_id, address, address_key, recorded_at
  FROM jsonb_populate_recordset(NULL::residence, $1::jsonb)`;

const INSERT = `INSERT INTO residence (id, authority_id, referral_id, mention_id, address, address_key, address_secret, since,
    until, recorded_at, recorded_by, recorded_by_name, reason, replaces)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (replaces) WHERE replaces IS NOT NULL DO NOTHING`;

const SELECT = `SELECT r.id, r.referral_id AS "referralId", r.mention_id AS "mentionId", r.address,
    r.address_secret AS "addressSecret", r.since::text, r.until::text, r.recorded_at AS "recordedAt",
    r.recorded_by AS "recordedBy", r.recorded_by_name AS "recordedByName", r.reason, r.replaces,
    NOT EXISTS (SELECT 1 FROM residence n WHERE n.replaces = r.id) AS stands
  FROM residence r WHERE r.mention_id = ANY ($1::uuid[]) ORDER BY r.recorded_at, r.id`;
