import { Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { type Actor, asId, DomainError } from '#domain';
import { wakeWorkers } from '#outbox';
import { Database } from '#platform';
import type { DisposalId } from '../ids.ts';
import { DisposalRecord } from './disposal-record.ts';
import type { Disposal } from './disposal.ts';
import { hasRead, insertApproval } from './disposal.query.ts';

/**
 * A second person's yes to a list that they opened and did not ask for. What was not taken out is destroyed from then
 * on, one record at a time; a legal hold placed meanwhile still wins. The database holds the same conditions by its keys.
 * @throws DomainError `not_found`, `disposal_not_ready` or `second_person_needed`.
 */
@Injectable()
export class ApproveDisposal {
  constructor(
    private readonly database: Database,
    private readonly disposals: DisposalRecord,
  ) {}

  execute(actor: Actor, id: DisposalId): Promise<Disposal> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.disposals.get(tx, id);
      const record = { authorityId: asId<Actor['authorityId']>(found.authorityId), workedOnBy: [found.requestedBy] };
      if (mayDo(actor, 'disposal.approve', record) !== 'allowed') {
        throw new DomainError('second_person_needed', 'You asked for this list yourself: somebody else must approve.');
      }
      if (found.state !== 'listed' || found.approvedAt !== null) {
        throw new DomainError('disposal_not_ready', 'It is still being computed, or was approved before.');
      }
      if (!(await hasRead(tx, id, actor.id))) throw new DomainError('disposal_not_ready', 'Open the list first.');
      if (!(await insertApproval(tx, found, actor, this.disposals.now()))) {
        throw new DomainError('disposal_not_ready', 'Somebody approved it a moment ago.');
      }
      const details = { records: found.counts.listed, kept: found.counts.kept };
      await this.disposals.record(tx, { action: 'disposal.approved', actor, id, details });
      await wakeWorkers(tx, 'housekeeping');
      return this.disposals.get(tx, id);
    });
  }
}
