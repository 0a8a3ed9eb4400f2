import { Injectable } from '@nestjs/common';
import { execute, sql, type Tx } from '#platform';
import { Vault } from '#vault';
import type { BulkCells } from '../bulk-columns.ts';
import type { BulkLine, BulkUpload, RowFault, RowState } from '../bulk-upload.ts';

/** Whose upload: of one agency of one authority. */
export interface UploadOwner {
  readonly authorityId: string;
  readonly agencyId: string;
}

export interface NewUpload extends UploadOwner {
  readonly id: string;
  readonly fileName: string;
  readonly uploadedBy: string;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
  readonly expiresAt: Date;
}

export interface NewRow {
  readonly row: number;
  readonly cells: BulkCells;
  readonly faults: readonly RowFault[];
}

/** What became of a row that was sent. */
export interface SentRow {
  readonly row: number;
  readonly state: Extract<RowState, 'stored' | 'refused'>;
  readonly faults: readonly RowFault[];
  readonly reference: string | null;
  readonly repeated: boolean;
  readonly at: Date;
  /** What is kept of it. */
  readonly cells: BulkCells;
}

const FILE_NAME = 'bulk_upload.file_name';
const CELLS = 'bulk_row.cells';

/** Uploads and their rows. What stands in a row is sealed; of a row that is a referral, its number alone is kept. */
@Injectable()
export class BulkRepository {
  constructor(private readonly vault: Vault) {}

  async insert(tx: Tx, made: NewUpload, rows: readonly NewRow[]): Promise<void> {
    const { id, authorityId, agencyId, uploadedBy, uploadedByName, uploadedAt, expiresAt } = made;
    const fileName = this.vault.sealSecret(FILE_NAME, id, made.fileName);
    const values = [id, authorityId, agencyId, fileName, uploadedBy, uploadedByName, uploadedAt, expiresAt];
    await execute(tx, INSERT, values);
    await execute(tx, INSERT_ROWS, [
      id,
      authorityId,
      rows.map(({ row }) => row),
      rows.map(({ faults }) => (faults.length > 0 ? 'faulty' : 'ready')),
      rows.map(({ row, cells }) => this.vault.sealSecret(CELLS, placeOf(id, row), JSON.stringify(cells))),
      rows.map(({ faults }) => JSON.stringify(faults)),
    ]);
  }

  /** Newest first; of one alone where `id` is given. */
  async ofAgency(tx: Tx, { authorityId, agencyId }: UploadOwner, id: string | null): Promise<BulkUpload[]> {
    const found = await sql<StoredUpload>(tx, UPLOADS, [authorityId, agencyId, id]);
    return found.map(({ fileName, faulty, ready, stored, refused, ...upload }) => ({
      ...upload,
      fileName: this.vault.openSecret(FILE_NAME, upload.id, fileName),
      counts: { faulty, ready, stored, refused },
    }));
  }

  rowsOf(tx: Tx, authorityId: string, uploadId: string): Promise<BulkLine[]> {
    return sql<BulkLine>(tx, ROWS, [authorityId, uploadId]);
  }

  /** What stands in the rows of a state, in their order, at most `limit` of them. */
  async cellsOf(
    tx: Tx,
    authorityId: string,
    uploadId: string,
    { states, limit }: { readonly states: readonly RowState[]; readonly limit: number },
  ): Promise<NewRow[]> {
    const found = await sql<{ row: number; cells: string; faults: RowFault[] }>(tx, CELLS_OF, [
      ...[authorityId, uploadId, states, limit],
    ]);
    return found.map(({ row, cells, faults }) => ({
      row,
      faults,
      cells: JSON.parse(this.vault.openSecret(CELLS, placeOf(uploadId, row), cells)) as BulkCells,
    }));
  }

  /** `false` where it is being sent already. */
  async markSent(tx: Tx, authorityId: string, uploadId: string, at: Date): Promise<boolean> {
    return (await execute(tx, MARK_SENT, [authorityId, uploadId, at])) > 0;
  }

  /** Only of a row that waits: whoever sends it a second time changes nothing. */
  async settle(tx: Tx, authorityId: string, uploadId: string, sent: SentRow): Promise<void> {
    const { row, state, reference, repeated, at } = sent;
    const cells = this.vault.sealSecret(CELLS, placeOf(uploadId, row), JSON.stringify(sent.cells));
    const became = [state, JSON.stringify(sent.faults), reference, repeated, at, cells];
    await execute(tx, SETTLE, [authorityId, uploadId, row, ...became]);
  }

  /** Uploads of an authority that were sent and have rows that wait. */
  unfinished(tx: Tx, authorityId: string): Promise<UnfinishedUpload[]> {
    return sql<UnfinishedUpload>(tx, UNFINISHED, [authorityId]);
  }
}

/** As much of an upload as is needed to go on with it in the name of whoever sent it. */
export interface UnfinishedUpload {
  readonly id: string;
  readonly authorityId: string;
  readonly agencyId: string;
  readonly uploadedBy: string;
  readonly uploadedByName: string;
}

type StoredUpload = Omit<BulkUpload, 'counts'> & Record<RowState, number>;

function placeOf(uploadId: string, row: number): string {
  return `${uploadId}:${String(row)}`;
}

const INSERT = `INSERT INTO bulk_upload (id, authority_id, agency_id, file_name, uploaded_by, uploaded_by_name,
    uploaded_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const INSERT_ROWS = `INSERT INTO bulk_row (upload_id, authority_id, row_number, state, cells, faults)
  SELECT $1, $2, row_number, state, cells, faults
  FROM unnest($3::int[], $4::text[], $5::text[], $6::jsonb[]) AS r (row_number, state, cells, faults)`;
const UPLOADS = `SELECT u.id, u.file_name AS "fileName", u.uploaded_by AS "uploadedBy",
    u.uploaded_by_name AS "uploadedByName", u.uploaded_at AS "uploadedAt", u.sent_at AS "sentAt",
    u.expires_at AS "expiresAt",
    (count(*) FILTER (WHERE r.state = 'faulty'))::int AS faulty,
    (count(*) FILTER (WHERE r.state = 'ready'))::int AS ready,
    (count(*) FILTER (WHERE r.state = 'stored'))::int AS stored,
    (count(*) FILTER (WHERE r.state = 'refused'))::int AS refused,
    (count(*) FILTER (WHERE r.repeated))::int AS repeated
  FROM bulk_upload u JOIN bulk_row r ON r.upload_id = u.id AND r.authority_id = u.authority_id
  WHERE u.authority_id = $1 AND u.agency_id = $2 AND ($3::uuid IS NULL OR u.id = $3)
  GROUP BY u.id ORDER BY u.uploaded_at DESC, u.id LIMIT 50`;
const ROWS = `SELECT row_number AS "row", state, faults, referral_reference AS reference, stored_at AS "storedAt", repeated
  FROM bulk_row WHERE authority_id = $1 AND upload_id = $2 ORDER BY row_number`;
const CELLS_OF = `SELECT row_number AS "row", cells, faults FROM bulk_row
  WHERE authority_id = $1 AND upload_id = $2 AND state = ANY ($3::text[])
  ORDER BY row_number LIMIT $4`;
const MARK_SENT = `UPDATE bulk_upload SET sent_at = $3 WHERE authority_id = $1 AND id = $2 AND sent_at IS NULL`;
const SETTLE = `UPDATE bulk_row SET state = $4, faults = $5::jsonb, referral_reference = $6, repeated = $7, stored_at = $8,
    cells = $9
  WHERE authority_id = $1 AND upload_id = $2 AND row_number = $3 AND state = 'ready'`;
const UNFINISHED = `SELECT DISTINCT u.id, u.authority_id AS "authorityId", u.agency_id AS "agencyId",
    u.uploaded_by AS "uploadedBy", u.uploaded_by_name AS "uploadedByName"
  FROM bulk_upload u JOIN bulk_row r ON r.upload_id = u.id AND r.authority_id = u.authority_id
  WHERE u.authority_id = $1 AND u.sent_at IS NOT NULL AND r.state = 'ready'`;
