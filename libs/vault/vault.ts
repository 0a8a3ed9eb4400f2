import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { ErasedRecordKey, OpenRecordKey, type RecordKey } from './record-key.ts';
import { bytesOfText, BrokenSealError, seal, unseal } from './sealing.ts';
import {
  findRecordKeys,
  type Insertion,
  insertWithKeys,
  sealedAmong,
  type WrappedKey,
} from './store/record-key.query.ts';
import { Wrapping } from './wrapping.ts';

/** Whose key it is. */
export interface KeyOwner {
  readonly authorityId: string;
  readonly referralId: string;
}

/** A key that was made and not yet kept. */
export interface NewRecordKey extends KeyOwner {
  readonly key: RecordKey;
  readonly stored: WrappedKey;
}

/** Columns of `record_key` in a row that was joined with it; `null` where there was none. */
export interface FetchedKey {
  readonly referralId: string;
  readonly wrapped: Buffer | null;
  readonly keyId: string | null;
}

type Known = Map<string, RecordKey | null>;

/**
 * Gives each referral a key of its own, and opens what it sealed. Keys are remembered to the end of the transaction that
 * asked and no longer: a key that is destroyed is gone at once.
 */
@Injectable()
export class Vault {
  private readonly known = new WeakMap<Tx, Known>();

  constructor(private readonly wrapping: Wrapping) {}

  /** Makes a key without storing it, for what must be sealed before its row can be written. */
  newKey({ authorityId, referralId }: KeyOwner): NewRecordKey {
    const { key, stored } = this.wrapping.make(authorityId, referralId);
    return { authorityId, referralId, key: new OpenRecordKey(referralId, key), stored };
  }

  /**
   * Stores new keys of one authority with their referrals, which `insertion` adds.
   * @returns ids of the referrals that it added; of the others no key is kept.
   */
  async keepWith(
    tx: Tx,
    authorityId: string,
    made: readonly NewRecordKey[],
    insertion: Insertion,
  ): Promise<ReadonlySet<string>> {
    const stored = made.map((each) => each.stored);
    const ids = new Set(await insertWithKeys(tx, insertion, authorityId, stored));
    const known = this.knownTo(tx);
    for (const { referralId, key } of made) if (ids.has(referralId)) known.set(referralId, key);
    return ids;
  }

  /**
   * The key of a referral; `null` when it was stored before there were keys, so in clear.
   * @throws DomainError `unavailable` when the ring lacks the key that wrapped it.
   */
  async keyOf(tx: Tx, { authorityId, referralId }: KeyOwner): Promise<RecordKey | null> {
    return (await this.keysOf(tx, authorityId, [referralId])).get(referralId) ?? null;
  }

  /** As `keyOf` for many, in one query; referrals without a key are left out. */
  async keysOf(tx: Tx, authorityId: string, referralIds: readonly string[]): Promise<ReadonlyMap<string, RecordKey>> {
    const known = this.knownTo(tx);
    const wanted = new Set(referralIds.filter((id) => !known.has(id)));
    if (wanted.size > 0) await this.find(tx, authorityId, wanted, known);
    return new Map(referralIds.flatMap((id) => pairOf(id, known.get(id))));
  }

  /** Unwraps keys that a query of the caller's own fetched along, so that `keysOf` need not ask for them. */
  remember(tx: Tx, authorityId: string, rows: readonly FetchedKey[]): void {
    const known = this.knownTo(tx);
    for (const { referralId, wrapped, keyId } of rows) {
      if (wrapped === null || keyId === null || known.has(referralId)) continue;
      known.set(referralId, this.opened(authorityId, { referralId, wrapped, keyId }));
    }
  }

  /** The same hexadecimal text for the same value and purpose: equality can be searched for, the value not read. */
  blindIndex(purpose: string, value: string): string {
    return this.wrapping.ring.blindIndex(purpose, value);
  }

  /** Seals under the ring itself what belongs to no referral; the sealed text begins with the id of the key. */
  sealSecret(place: string, id: string, text: string): string {
    const { id: keyId, forSecrets } = this.wrapping.ring.current;
    return `${keyId}:${seal(forSecrets, [place, id], Buffer.from(text)).toString('base64')}`;
  }

  /** @throws BrokenSealError when altered or moved; DomainError `unavailable` when the ring lacks the key. */
  openSecret(place: string, id: string, sealed: string): string {
    const [keyId = '', text, ...rest] = sealed.split(':');
    if (text === undefined || rest.length > 0) throw new BrokenSealError('This is no sealed secret.');
    return unseal(this.wrapping.keyNamed(keyId).forSecrets, [place, id], bytesOfText(text)).toString();
  }

  private async find(tx: Tx, authorityId: string, wanted: Set<string>, known: Known): Promise<void> {
    for (const found of await findRecordKeys(tx, authorityId, [...wanted])) {
      known.set(found.referralId, this.opened(authorityId, found));
      wanted.delete(found.referralId);
    }
    if (wanted.size === 0) return;
    const erased = await sealedAmong(tx, authorityId, [...wanted]);
    for (const id of wanted) known.set(id, erased.includes(id) ? new ErasedRecordKey() : null);
  }

  private opened(authorityId: string, stored: WrappedKey): RecordKey {
    return new OpenRecordKey(stored.referralId, this.wrapping.unwrap(authorityId, stored));
  }

  private knownTo(tx: Tx): Known {
    const known = this.known.get(tx) ?? new Map<string, RecordKey | null>();
    this.known.set(tx, known);
    return known;
  }
}

function pairOf(id: string, key: RecordKey | null | undefined): [string, RecordKey][] {
  return key === null || key === undefined ? [] : [[id, key]];
}
