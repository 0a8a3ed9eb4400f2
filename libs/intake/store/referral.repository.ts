import { Injectable } from '@nestjs/common';
import { type AgencyId, type AuthorityId, DomainError, type ReferralDocument, type ReferralId } from '#domain';
import { sha256, type Tx } from '#platform';
import { type NewRecordKey, type RecordKey, Vault } from '#vault';
import type { Receipt } from '../receipt.ts';
import { Any } from 'typeorm';
import { ReferralRow } from './referral.entity.ts';

/** A referral as it stands in the store, with its document parsed from the bytes received. */
export interface StoredReferral {
  readonly id: ReferralId;
  readonly authorityId: AuthorityId;
  readonly agencyId: AgencyId;
  readonly reference: string;
  readonly bodySha256: string;
  readonly receivedAt: Date;
  readonly document: ReferralDocument;
  readonly receipt: Receipt;
}

/** Its body in clear, as it was received. */
export type NewReferral = Omit<ReferralRow, 'receipt' | 'flags' | 'sealed'> & { receipt: Receipt; flags: object };

@Injectable()
export class ReferralRepository {
  constructor(private readonly vault: Vault) {}

  /**
   * Stores those of one authority's referrals that are not stored yet and whose agency has not used their key before; of
   * two with one key, the first. Waits for concurrent twins to commit, so that two equal requests at once give one referral.
   * @returns ids of the referrals that were stored.
   */
  async insertNew(
    tx: Tx,
    authorityId: AuthorityId,
    referrals: readonly NewReferral[],
    made: readonly NewRecordKey[],
  ): Promise<ReadonlySet<string>> {
    const bodies = referrals.map(({ id, body }, at) => sealedBody(made[at], id, body));
    let end = 0;
    const rows = referrals.map(({ body: _clear, ...row }, at) => {
      const start = end + 1;
      end += bodies[at]?.length ?? 0;
      return { ...row, start, end };
    });
    const values = [JSON.stringify(rows), Buffer.concat(bodies)];
    return this.vault.keepWith(tx, authorityId, made, { text: INSERT, values }).catch(refuseUnknownAgency);
  }

  /** What kept a referral from being stored: itself, stored before, or another that its agency sent under its key. */
  async findEarlier(
    tx: Tx,
    {
      id,
      authorityId,
      agencyId,
      idempotencyKey,
    }: Pick<NewReferral, 'id' | 'authorityId' | 'agencyId' | 'idempotencyKey'>,
  ): Promise<StoredReferral | null> {
    const itself = { authorityId, id };
    const where = idempotencyKey === null ? [itself] : [itself, { authorityId, agencyId, idempotencyKey }];
    const row = await tx.getRepository(ReferralRow).findOne({ where });
    return row === null ? null : this.open(tx, row);
  }

  async findByReference(tx: Tx, authorityId: string, reference: string): Promise<StoredReferral | null> {
    const row = await tx.getRepository(ReferralRow).findOne({ where: { authorityId, reference } });
    return row === null ? null : this.open(tx, row);
  }

  /** @throws DomainError `not_found` when it was restricted or destroyed while its case was being read. */
  async get(tx: Tx, id: ReferralId): Promise<StoredReferral> {
    const row = await tx.getRepository(ReferralRow).findOne({ where: { id } });
    if (row === null) throw new DomainError('not_found', 'There is no case like this for you.');
    return this.open(tx, row);
  }

  /** Many of one authority in two queries; what was destroyed meanwhile is left out. */
  async ofIds(tx: Tx, authorityId: AuthorityId, ids: readonly ReferralId[]): Promise<StoredReferral[]> {
    const rows = await tx.getRepository(ReferralRow).find({ where: { authorityId, id: Any(ids) } });
    const keys = await this.vault.keysOf(tx, authorityId, ids);
    return rows.flatMap((row) => {
      const key = keys.get(row.id) ?? null;
      return key?.erased === true ? [] : [storedOf(row, key)];
    });
  }

  private async open(tx: Tx, row: ReferralRow): Promise<StoredReferral> {
    return storedOf(row, await this.vault.keyOf(tx, { authorityId: row.authorityId, referralId: row.id }));
  }
}

function sealedBody(made: NewRecordKey | undefined, id: string, body: Buffer): Buffer {
  if (made?.referralId !== id) throw new Error('Every referral has a key of its own.');
  return made.key.sealBytes(BODY, id, body);
}

/** A sign-in may name an agency that the directory of its authority does not hold. */
function refuseUnknownAgency(error: unknown): never {
  if ((error as { driverError?: { code?: unknown } }).driverError?.code !== '23503') throw error;
  throw new DomainError('not_allowed', 'Your agency is not in the directory of this authority.', [], { cause: error });
}

/** A stored body, as much of its row as opens it. */
export type StoredBody = Pick<ReferralRow, 'id' | 'body' | 'bodySha256'>;

/**
 * The document of a stored body; a byte order mark in front of it is the sender's and no part of the JSON.
 * @throws DomainError `record_disposed` when its key was destroyed; an error when it is not what was received.
 */
export function documentOf({ id, body, bodySha256 }: StoredBody, key: RecordKey | null): ReferralDocument {
  const opened = key === null ? body : key.openBytes(BODY, id, body);
  if (sha256(opened) !== bodySha256) throw new Error('The stored body is not the one that was received.');
  return JSON.parse(new TextDecoder().decode(opened)) as ReferralDocument;
}

function storedOf(row: ReferralRow, key: RecordKey | null): StoredReferral {
  const { id, authorityId, agencyId, reference, bodySha256, receivedAt } = row;
  const document = documentOf(row, key);
  const plain = { id, authorityId, agencyId, reference, bodySha256, receivedAt, receipt: row.receipt, document };
  return plain as unknown as StoredReferral;
}

const BODY = 'referral.body';

/**
 * One statement for any number; their bodies come one behind the other. In the order of the keys: two transactions that
 * waited for each other's keys in different orders would never end. Of several with one key, the one that came first.
 */
const INSERT = `INSERT INTO referral (id, authority_id, agency_id, reference, idempotency_key, body, body_sha256,
    received_at, submitted_by, receipt, flags, correlation_id, channel, sealed)
  SELECT id, "authorityId", "agencyId", reference, "idempotencyKey",
    substr($2::bytea, start, "end" - start + 1), "bodySha256", "receivedAt", "submittedBy", receipt, flags, "correlationId", channel, true
  FROM json_to_recordset($1::json) AS r (id uuid, "authorityId" text, "agencyId" text, reference text,
    "idempotencyKey" text, start integer, "end" integer, "bodySha256" text, "receivedAt" timestamptz, "submittedBy" text,
    receipt jsonb, flags jsonb, "correlationId" uuid, channel text)
  ORDER BY "agencyId", "idempotencyKey", start
  ON CONFLICT DO NOTHING`;
