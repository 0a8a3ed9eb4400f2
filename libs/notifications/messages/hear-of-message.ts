import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#domain';
import { authorityIds } from '#nation-packs';
import { wakeWorkers } from '#outbox';
import { CLOCK, Database, Environment, sha256 } from '#platform';
import { askAtOnce } from '../store/message-list.query.ts';

const REFERENCE = /^([a-z0-9-]{1,60})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Notify says that it has news of a message. Nothing that it says is believed: the worker asks Notify itself, at once
 * instead of at the next turn.
 */
@Injectable()
export class HearOfMessage {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found` where no callback is set up, `not_signed_in` for another token than the one set. */
  async execute(authorization: string | undefined, reference: unknown): Promise<void> {
    const { NOTIFY_CALLBACK_TOKEN: token } = this.environment;
    if (token === undefined) throw new DomainError('not_found', 'There is nothing at this address.');
    if (!isSame(authorization ?? '', `Bearer ${token}`)) {
      throw new DomainError('not_signed_in', 'Send the token that was agreed for callbacks.');
    }
    const [, authorityId = '', id = ''] = REFERENCE.exec(typeof reference === 'string' ? reference : '') ?? [];
    if (!authorityIds().includes(authorityId)) return;
    await this.database.inTransaction({ authorityId }, async (tx) => {
      if (await askAtOnce(tx, authorityId, id, this.clock.now())) await wakeWorkers(tx, 'housekeeping');
    });
  }
}

/** In constant time, whatever the lengths. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(Buffer.from(one))), Buffer.from(sha256(Buffer.from(other))));
}
