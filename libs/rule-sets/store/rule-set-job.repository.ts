import { Injectable } from '@nestjs/common';
import type { AuthorityId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { JobKind, JobOutcome, RuleSetJob, RuleSetJobId, RuleSetVersionId } from '../rule-set-version.ts';
import { RuleSetJobRow } from './rule-set-job.entity.ts';

/** A job that a worker holds for a while, fenced by its token. */
export interface ClaimedJob {
  readonly id: RuleSetJobId;
  readonly authorityId: AuthorityId;
  readonly kind: JobKind;
  readonly hash: string;
  readonly claimToken: string;
}

type NewJob = Pick<
  RuleSetJob,
  'id' | 'authorityId' | 'versionId' | 'hash' | 'kind' | 'requestedBy' | 'requestedByName' | 'requestedAt'
>;

/** Verifications and backtests. Claimed by state, like all work here: a lost wake-up or a dead worker loses none. */
@Injectable()
export class RuleSetJobRepository {
  async insert(tx: Tx, job: NewJob): Promise<void> {
    await tx.getRepository(RuleSetJobRow).insert({ ...job, state: 'queued', processed: '0' });
  }

  async find(tx: Tx, authorityId: AuthorityId, id: RuleSetJobId): Promise<RuleSetJob | null> {
    const row = await tx.getRepository(RuleSetJobRow).findOneBy({ authorityId, id });
    return row === null ? null : jobOf(row);
  }

  async ofVersion(tx: Tx, versionId: RuleSetVersionId): Promise<RuleSetJob[]> {
    const order = { requestedAt: 'DESC', id: 'ASC' } as const;
    return (await tx.getRepository(RuleSetJobRow).find({ where: { versionId }, order })).map(jobOf);
  }

  /** Asks the worker to stop at its next step; one that nobody holds yet stops at once. False when it has ended. */
  async cancel(tx: Tx, id: RuleSetJobId, at: Date): Promise<boolean> {
    const statement = `UPDATE rule_set_job SET cancel_requested_at = $2,
        state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
      WHERE id = $1 AND state IN ('queued', 'running')`;
    return (await execute(tx, statement, [id, at])) === 1;
  }

  /** Puts a cancelled or failed job back in the queue; it goes on where it stopped. */
  async resume(tx: Tx, id: RuleSetJobId): Promise<boolean> {
    const statement = `UPDATE rule_set_job SET state = 'queued', cancel_requested_at = NULL
      WHERE id = $1 AND state IN ('cancelled', 'failed')`;
    return (await execute(tx, statement, [id])) === 1;
  }

  async claim(tx: Tx, leaseMs: number): Promise<ClaimedJob | null> {
    const [job] = await sql<ClaimedJob>(tx, CLAIM, [leaseMs]);
    return job ?? null;
  }

  /** Renews the lease and tells the progress. `lost` when the claim is another's now, `cancelled` when to stop. */
  async progress(tx: Tx, job: ClaimedJob, done: number, total: number): Promise<'go_on' | 'cancelled' | 'lost'> {
    const [row] = await sql<{ cancelled: boolean }>(tx, PROGRESS, [job.id, job.claimToken, done, total]);
    if (row === undefined) return 'lost';
    return row.cancelled ? 'cancelled' : 'go_on';
  }

  async finish(tx: Tx, job: ClaimedJob, outcome: JobOutcome, result: object): Promise<void> {
    await execute(tx, FINISH, [job.id, job.claimToken, outcome, JSON.stringify(result)]);
  }

  async stop(tx: Tx, job: ClaimedJob, state: 'cancelled' | 'failed', failure: string | null): Promise<void> {
    await execute(tx, STOP, [job.id, job.claimToken, state, failure]);
  }
}

const LEASE = "claimed_until = clock_timestamp() + interval '30 seconds'";

const CLAIM = `UPDATE rule_set_job SET state = 'running', claim_token = nextval('outbox_claim_token'), failure = NULL,
    started_at = coalesce(started_at, clock_timestamp()),
    claimed_until = clock_timestamp() + make_interval(secs => $1::double precision / 1000)
  WHERE id = (
    SELECT id FROM rule_set_job
    WHERE state = 'queued' OR (state = 'running' AND claimed_until < clock_timestamp())
    ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, authority_id AS "authorityId", kind, hash, claim_token::text AS "claimToken"`;

const PROGRESS = `UPDATE rule_set_job SET processed = $3, total = $4, ${LEASE}
  WHERE id = $1 AND claim_token = $2 AND state = 'running'
  RETURNING cancel_requested_at IS NOT NULL AS cancelled`;

const FINISH = `UPDATE rule_set_job SET state = 'done', outcome = $3, result = $4, checkpoint = NULL,
    finished_at = clock_timestamp(), claimed_until = NULL
  WHERE id = $1 AND claim_token = $2 AND state = 'running'`;

const STOP = `UPDATE rule_set_job SET state = $3, failure = $4, claimed_until = NULL
  WHERE id = $1 AND claim_token = $2 AND state = 'running'`;

function jobOf({ processed, total, ...row }: RuleSetJobRow): RuleSetJob {
  const numbers = { processed: Number(processed), total: total === null ? null : Number(total) };
  return Object.assign({}, row, numbers) as unknown as RuleSetJob;
}
