import { Injectable } from '@nestjs/common';
import type { AuthorityId, TriageRunId } from '#domain';
import { insertRows, type Tx } from '#platform';
import { Any } from 'typeorm';
import type { TriageRun } from '../triage-run.ts';
import { TriageRunRow } from './triage-run.entity.ts';

@Injectable()
export class TriageRunRepository {
  async insert(tx: Tx, authorityId: AuthorityId, runs: readonly TriageRun[]): Promise<void> {
    await insertRows(
      tx,
      TriageRunRow,
      runs.map((run) => ({ ...run, authorityId })),
    );
  }

  async get(tx: Tx, id: TriageRunId): Promise<TriageRun> {
    const row = await tx.getRepository(TriageRunRow).findOneOrFail({ where: { id } });
    return runOf(row);
  }

  async ofIds(tx: Tx, ids: readonly TriageRunId[]): Promise<ReadonlyMap<TriageRunId, TriageRun>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.getRepository(TriageRunRow).find({ where: { id: Any(ids) } });
    return new Map(rows.map(runOf).map((run) => [run.id, run]));
  }
}

function runOf(row: TriageRunRow): TriageRun {
  return Object.assign({}, row) as unknown as TriageRun;
}
