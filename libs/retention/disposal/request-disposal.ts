import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import type { Actor } from '#domain';
import { retentionScheduleOf } from '#nation-packs';
import { wakeWorkers } from '#outbox';
import { contentHash, Database } from '#platform';
import type { DisposalId } from '../ids.ts';
import { DisposalRecord } from './disposal-record.ts';
import type { Disposal } from './disposal.ts';
import { insertDisposal } from './disposal.query.ts';

/** Asks what is due today in the own authority. The list is computed in the background, and nothing goes by it yet. */
@Injectable()
export class RequestDisposal {
  constructor(
    private readonly database: Database,
    private readonly disposals: DisposalRecord,
  ) {}

  execute(actor: Actor): Promise<Disposal> {
    return this.database.inTransaction(actor, async (tx) => {
      const requestedAt = this.disposals.now();
      const id = randomUUID() as string as DisposalId;
      const dueOn = localDateOf(requestedAt.getTime());
      const scheduleSha256 = contentHash(retentionScheduleOf(actor.authorityId));
      await insertDisposal(tx, { id, dueOn, scheduleSha256, requestedAt }, actor);
      await this.disposals.record(tx, { action: 'disposal.requested', actor, id, details: { dueOn, scheduleSha256 } });
      await wakeWorkers(tx, 'housekeeping');
      return this.disposals.get(tx, id);
    });
  }
}
