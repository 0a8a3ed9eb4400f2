import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { AuditTrail } from '#audit';
import { localDateOf } from '#deadlines';
import { type Actor, type AgencyId, type Clock, DomainError } from '#domain';
import { CLOCK, Database } from '#platform';
import { type FileFault, MAX_UPLOAD_BYTES } from './bulk-upload.ts';
import { noticeOfRow } from './notice-of-row.ts';
import { readTable, type TableRow } from './read-table.ts';
import { BulkRepository, type NewRow } from './store/bulk.repository.ts';

const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** The upload that a file became, or why it became none. */
export type Taken = { readonly uploadId: string } | { readonly fault: FileFault };

/**
 * Reads a file of notices and keeps its rows, sealed, with what is wrong in each, for two weeks. Nothing is sent yet.
 * @throws DomainError `not_allowed` for somebody who refers for no agency, `body_too_large`.
 */
@Injectable()
export class TakeUpload {
  constructor(
    private readonly database: Database,
    private readonly uploads: BulkRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, file: { readonly name: string; readonly bytes: Buffer }): Promise<Taken> {
    const agencyId = agencyOf(actor);
    if (file.bytes.length > MAX_UPLOAD_BYTES) throw new DomainError('body_too_large', 'The file is too large.');
    const table = readTable(file.bytes);
    if (isFault(table)) return { fault: table };
    const uploadedAt = this.clock.now();
    const id = randomUUID();
    const whose = { authorityId: actor.authorityId, agencyId, uploadedBy: actor.id, uploadedByName: actor.name };
    const expiresAt = new Date(uploadedAt.getTime() + KEPT_MS);
    const rows = checkedRows(table, localDateOf(uploadedAt.getTime()));
    const faulty = rows.filter(({ faults }) => faults.length > 0).length;
    await this.database.inTransaction(actor, async (tx) => {
      await this.uploads.insert(tx, { id, fileName: file.name, uploadedAt, expiresAt, ...whose }, rows);
      const details = { uploadId: id, rows: rows.length, faulty };
      await this.audit.append(tx, [{ action: 'upload.received', actor, occurredAt: uploadedAt, details }]);
    });
    return { uploadId: id };
  }
}

/** @throws DomainError `not_allowed`. */
export function agencyOf(actor: Actor): AgencyId {
  const { authorityId, agencyId } = actor;
  if (agencyId !== null && mayDo(actor, 'referral.submit', { authorityId, agencyId }) === 'allowed') return agencyId;
  throw new DomainError('not_allowed', 'Your sign-in names no partner agency.');
}

function checkedRows(table: readonly TableRow[], today: string): NewRow[] {
  const seen = new Set<string>();
  return table.map(({ row, cells }) => {
    const read = noticeOfRow(cells, today);
    const faults = 'document' in read ? [] : read;
    const reference = noticeKey(cells.noticeReference);
    const isRepeated = reference !== '' && seen.has(reference);
    seen.add(reference);
    const repeated = { code: 'repeated', column: 'noticeReference' } as const;
    return { row, cells, faults: isRepeated ? [...faults, repeated] : faults };
  });
}

/** Two ways to write one reference are one. */
export function noticeKey(reference: string): string {
  return reference.replaceAll(/\s+/g, '').toUpperCase();
}

function isFault(table: readonly TableRow[] | FileFault): table is FileFault {
  return 'code' in table;
}
