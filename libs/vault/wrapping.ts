import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import { EventLog } from '#platform';
import { KeyRing, type RingKey } from './key-ring.ts';
import { RecentKeys } from './recent-keys.ts';
import { KEY_BYTES, seal, unseal } from './sealing.ts';
import type { WrappedKey } from './store/record-key.query.ts';

/** Wraps the keys of records with the ring's current key, and unwraps them with the one that did. */
@Injectable()
export class Wrapping {
  private readonly recent = new RecentKeys();

  constructor(
    readonly ring: KeyRing,
    private readonly log: EventLog,
  ) {}

  /** A new data key and its wrapped form. */
  make(authorityId: string, referralId: string): { readonly key: Buffer; readonly stored: WrappedKey } {
    const key = randomBytes(KEY_BYTES);
    return { key, stored: this.wrap(authorityId, referralId, key) };
  }

  wrap(authorityId: string, referralId: string, key: Buffer): WrappedKey {
    const { id: keyId, forRecords } = this.ring.current;
    return { referralId, keyId, wrapped: seal(forRecords, contextOf(authorityId, referralId), key) };
  }

  /** @throws DomainError `unavailable` when the ring lacks the key; BrokenSealError when the row was tampered with. */
  unwrap(authorityId: string, { referralId, wrapped, keyId }: WrappedKey): Buffer {
    const whole = `${authorityId} ${referralId} ${keyId} ${wrapped.toString('latin1')}`;
    const known = this.recent.get(whole);
    if (known !== null) return known;
    const key = unseal(this.keyNamed(keyId).forRecords, contextOf(authorityId, referralId), wrapped);
    this.recent.set(whole, key);
    return key;
  }

  /** @throws DomainError `unavailable`: only an operator can help, and the log tells them which key is missing. */
  keyNamed(keyId: string): RingKey {
    const key = this.ring.find(keyId);
    if (key !== null) return key;
    const error = new DomainError('unavailable', 'The key of this record cannot be reached at the moment.');
    this.log.fault('vault.key_missing', error, { code: keyId });
    throw error;
  }
}

function contextOf(authorityId: string, referralId: string): readonly string[] {
  return ['record_key.wrapped', authorityId, referralId];
}
