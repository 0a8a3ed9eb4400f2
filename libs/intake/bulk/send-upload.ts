import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, Database } from '#platform';
import { SendRows } from './send-rows.ts';
import { BulkRepository } from './store/bulk.repository.ts';
import { agencyOf } from './take-upload.ts';

/**
 * Has the good rows of an upload sent. They are stored one after the other; whoever asks meanwhile sees how far it is.
 * @throws DomainError `not_found`, `not_allowed`.
 */
@Injectable()
export class SendUpload {
  constructor(
    private readonly database: Database,
    private readonly uploads: BulkRepository,
    private readonly sendRows: SendRows,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, uploadId: string): Promise<void> {
    const agencyId = agencyOf(actor);
    const { authorityId } = actor;
    await this.database.inTransaction(actor, async (tx) => {
      const [upload] = await this.uploads.ofAgency(tx, { authorityId, agencyId }, uploadId);
      if (upload === undefined) throw new DomainError('not_found', 'There is no upload like this for you.');
      const at = this.clock.now();
      if (!(await this.uploads.markSent(tx, authorityId, uploadId, at))) return;
      const details = { uploadId, rows: upload.counts.ready };
      await this.audit.append(tx, [{ action: 'upload.sent', actor, occurredAt: at, details }]);
    });
    this.sendRows.begin(actor, uploadId);
  }
}
