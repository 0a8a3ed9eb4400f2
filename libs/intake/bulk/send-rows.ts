import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import { type Actor, asId, type Clock, DomainError } from '#domain';
import { authorityIds } from '#nation-packs';
import { CLOCK, Database, EventLog } from '#platform';
import { Vault } from '#vault';
import { SubmitReferral } from '../submit-referral.ts';
import type { BulkCells } from './bulk-columns.ts';
import { noticeOfRow } from './notice-of-row.ts';
import { BulkRepository, type NewRow, type SentRow, type UnfinishedUpload } from './store/bulk.repository.ts';
import { noticeKey } from './take-upload.ts';

const AT_ONCE = 25;
/**
 * Makes referrals of the rows that were sent. Every row is its own transaction under a key of its notice, so it may be
 * stopped and begun again anywhere, also by two processes at once: nothing is doubled. What a stopped process left is
 * taken up when one starts, and whenever somebody looks at the upload.
 */
@Injectable()
export class SendRows implements OnApplicationBootstrap {
  private readonly running = new Map<string, Promise<void>>();
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly uploads: BulkRepository,
    private readonly submit: SubmitReferral,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Goes on with what a process that stopped had left. */
  async onApplicationBootstrap(): Promise<void> {
    for (const authorityId of authorityIds()) {
      const left = await this.database
        .inTransaction({ authorityId }, (tx) => this.uploads.unfinished(tx, authorityId))
        .catch(() => []);
      for (const upload of left) this.begin(senderOf(upload), upload.id);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.running.values());
  }

  /** Does nothing where this process is at it already. */
  begin(actor: Actor, uploadId: string): void {
    if (this.running.has(uploadId)) return;
    const work = this.sendAll(actor, uploadId)
      .catch((error: unknown) => {
        new EventLog().fault('upload.stopped', error);
      })
      .finally(() => this.running.delete(uploadId));
    this.running.set(uploadId, work);
  }

  private async sendAll(actor: Actor, uploadId: string): Promise<void> {
    const wanted = { states: ['ready'], limit: AT_ONCE } as const;
    while (!this.isStopping) {
      const rows = await this.database.inTransaction(actor, (tx) =>
        this.uploads.cellsOf(tx, actor.authorityId, uploadId, wanted),
      );
      if (rows.length === 0) return;
      for (const row of rows) await this.sendOne(actor, uploadId, row);
    }
  }

  private async sendOne(actor: Actor, uploadId: string, row: NewRow): Promise<void> {
    const sent = await this.submitted(actor, row);
    await this.database.inTransaction(actor, (tx) => this.uploads.settle(tx, actor.authorityId, uploadId, sent));
  }

  private async submitted(actor: Actor, { row, cells }: NewRow): Promise<SentRow> {
    const at = this.clock.now();
    const read = noticeOfRow(cells, localDateOf(at.getTime()));
    if (!('document' in read))
      return { row, state: 'refused', faults: read, reference: null, repeated: false, at, cells };
    const body = Buffer.from(JSON.stringify(read.document));
    const idempotencyKey = `notice-${this.vault.blindIndex('bulk_notice', noticeKey(cells.noticeReference))}`;
    try {
      const { receipt, replayed } = await this.submit.execute({ actor, body, parsed: read.document, idempotencyKey });
      return {
        row,
        state: 'stored',
        faults: [],
        reference: receipt.reference,
        repeated: replayed,
        at,
        cells: numberOf(cells),
      };
    } catch (error: unknown) {
      // A service that is away is tried again; whatever else is wrong is wrong with this row, and must not stop the others.
      if (!(error instanceof DomainError) || error.code === 'unavailable') throw error;
      const code = error.code === 'idempotency_key_reused' ? 'used_before' : 'refused';
      return { row, state: 'refused', faults: [{ code, column: null }], reference: null, repeated: false, at, cells };
    }
  }
}

/** What stands in the referral is not kept a second time. */
function numberOf(cells: BulkCells): BulkCells {
  const empty = Object.keys(cells).map((id) => [id, ''] as const);
  return { ...(Object.fromEntries(empty) as BulkCells), noticeReference: cells.noticeReference };
}

/** Whoever sent the upload, as much of them as a referral needs. */
function senderOf({ authorityId, agencyId, uploadedBy, uploadedByName }: UnfinishedUpload): Actor {
  return {
    id: uploadedBy,
    kind: 'person',
    name: uploadedByName,
    roles: ['referrer'],
    authorityId: asId(authorityId),
    agencyId: asId(agencyId),
    teams: [],
    homePostcode: null,
    registration: null,
  };
}
