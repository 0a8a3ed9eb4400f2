import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database, sql } from '#platform';
import { type OpenedPlaces, placesOpened } from './lower-list-places.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetJobId } from './rule-set-version.ts';

/** How much of the list of children who would go lower a person has opened. */
export interface LowerReader {
  readonly personId: string;
  readonly name: string;
  readonly opened: number;
  /** Has opened all that is shown to them, as an approver must. */
  readonly isComplete: boolean;
  readonly lastOpenedAt: Date;
}

/**
 * Who has read how much of a backtest's list, the latest first. Says nothing about a child, so that looking at it is no
 * reading.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class ReadLowerReaders {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, jobId: RuleSetJobId): Promise<{ total: number; readers: LowerReader[] }> {
    return this.database.inTransaction(actor, async (tx) => {
      const job = await this.store.jobs.find(tx, actor.authorityId, jobId);
      if (job?.kind !== 'backtest') throw new DomainError('not_found', 'There is no backtest with this id for you.');
      const [count] = await sql<{ total: number }>(tx, COUNT, [jobId]);
      const rows = await sql<ReaderRow>(tx, READERS, [jobId]);
      const readers = rows.map(({ parts, ...reader }) => ({ ...reader, opened: placesOpened(parts) }));
      return { total: count?.total ?? 0, readers };
    });
  }
}

interface ReaderRow extends Omit<LowerReader, 'opened'> {
  readonly parts: readonly OpenedPlaces[];
}

const COUNT = 'SELECT count(*)::integer AS total FROM backtest_lower WHERE job_id = $1';
const READERS = `SELECT p.person_id AS "personId", max(p.person_name) AS name, max(p.opened_at) AS "lastOpenedAt",
    json_agg(json_build_object('first', p.first_place, 'last', p.last_place)) AS parts,
    EXISTS (SELECT FROM backtest_reading r WHERE r.job_id = $1 AND r.person_id = p.person_id) AS "isComplete"
  FROM lower_list_page p WHERE p.job_id = $1 GROUP BY p.person_id ORDER BY max(p.opened_at) DESC`;
