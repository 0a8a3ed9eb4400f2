import { Injectable } from '@nestjs/common';
import type { AuthorityId, TriageRunId } from '#domain';
import type { Tx } from '#platform';
import type { TriageRun } from '../triage-run.ts';
import { TriageRunRow } from './triage-run.entity.ts';

@Injectable()
export class TriageRunRepository {
  async insert(tx: Tx, authorityId: AuthorityId, run: TriageRun): Promise<void> {
    await tx.getRepository(TriageRunRow).insert({ ...run, authorityId });
  }

  async get(tx: Tx, id: TriageRunId): Promise<TriageRun> {
    const row = await tx.getRepository(TriageRunRow).findOneOrFail({ where: { id } });
    return Object.assign({}, row) as unknown as TriageRun;
  }
}
