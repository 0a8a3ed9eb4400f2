import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { type BulkLine, type BulkUpload, MAX_UPLOAD_ROWS, type RowState } from './bulk-upload.ts';
import { BulkRepository, type NewRow } from './store/bulk.repository.ts';
import { agencyOf } from './take-upload.ts';

export interface UploadWithRows {
  readonly upload: BulkUpload;
  readonly rows: readonly BulkLine[];
}

/** The uploads of an agency, for its people. */
@Injectable()
export class ReadUploads {
  constructor(
    private readonly database: Database,
    private readonly uploads: BulkRepository,
  ) {}

  /** The newest fifty. @throws DomainError `not_allowed`. */
  list(actor: Actor): Promise<BulkUpload[]> {
    const owner = { authorityId: actor.authorityId, agencyId: agencyOf(actor) };
    return this.database.inTransaction(actor, (tx) => this.uploads.ofAgency(tx, owner, null));
  }

  /** @throws DomainError `not_found`, also for another agency's; `not_allowed`. */
  read(actor: Actor, uploadId: string): Promise<UploadWithRows> {
    const owner = { authorityId: actor.authorityId, agencyId: agencyOf(actor) };
    return this.database.inTransaction(actor, async (tx) => {
      const [upload] = await this.uploads.ofAgency(tx, owner, uploadId);
      if (upload === undefined) throw new DomainError('not_found', 'There is no upload like this for you.');
      return { upload, rows: await this.uploads.rowsOf(tx, actor.authorityId, uploadId) };
    });
  }

  /**
   * What stands in rows of these states: of stored ones the number of the notice alone.
   * @throws DomainError `not_found`, `not_allowed`.
   */
  async cellsOf(actor: Actor, uploadId: string, states: readonly RowState[]): Promise<readonly NewRow[]> {
    await this.read(actor, uploadId);
    const wanted = { states, limit: MAX_UPLOAD_ROWS };
    return this.database.inTransaction(actor, (tx) => this.uploads.cellsOf(tx, actor.authorityId, uploadId, wanted));
  }
}
