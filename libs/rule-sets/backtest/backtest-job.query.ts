import { execute, sql, type Tx } from '#platform';
import type { BacktestReport, Placing } from './report.ts';
import type { SessionState } from './backtest-session.ts';

/** How far a job has come, kept with it so that another worker can go on. */
export interface BacktestCheckpoint extends SessionState {
  readonly format: '1';
  readonly after: string;
  readonly upTo: string;
  readonly processed: number;
  readonly total: number;
}

/** A job that a worker holds. The token proves that it still does. */
export interface ClaimedId {
  readonly id: string;
  readonly authorityId: string;
  readonly claimToken: string;
}

export interface ClaimedBacktest extends ClaimedId {
  readonly hash: string;
  readonly checkpoint: BacktestCheckpoint | null;
}

/** The job was taken over, ended or cancelled by others: whatever was computed must not be written. */
export class BacktestClaimLost extends Error {
  override readonly name = 'BacktestClaimLost';
}

/** The job, when it runs and this worker holds it. */
export async function findClaimed(tx: Tx, { id, claimToken }: ClaimedId): Promise<ClaimedBacktest> {
  const [job] = await sql<ClaimedBacktest>(
    tx,
    `SELECT id, authority_id AS "authorityId", hash, claim_token::text AS "claimToken", checkpoint FROM rule_set_job
     WHERE id = $1 AND claim_token = $2 AND kind = 'backtest' AND state = 'running'`,
    [id, claimToken],
  );
  if (job === undefined) throw new BacktestClaimLost('Another worker holds this backtest now, or it has ended.');
  return job;
}

/** Keeps how far the job has come, renews the claim and says whether a person asked to cancel. */
export async function keepProgress(
  tx: Tx,
  job: ClaimedBacktest,
  checkpoint: BacktestCheckpoint,
  leaseMs: number,
): Promise<{ readonly isCancelRequested: boolean }> {
  const [row] = await sql<{ asked: boolean }>(tx, PROGRESS, [
    job.id,
    job.claimToken,
    checkpoint.processed,
    checkpoint.total,
    JSON.stringify(checkpoint),
    leaseMs,
  ]);
  if (row === undefined) throw new BacktestClaimLost('Another worker holds this backtest now, or it has ended.');
  return { isCancelRequested: row.asked };
}

const PROGRESS = `UPDATE rule_set_job SET processed = $3, total = $4, checkpoint = $5,
    claimed_until = clock_timestamp() + make_interval(secs => $6::double precision / 1000)
  WHERE id = $1 AND claim_token = $2 AND state = 'running'
  RETURNING cancel_requested_at IS NOT NULL AS asked`;

/** Stops where the checkpoint stands. A job that is queued again goes on from there. */
export async function cancel(tx: Tx, job: ClaimedBacktest): Promise<void> {
  await change(tx, job, `state = 'cancelled', claimed_until = NULL`);
}

/** Gives the job back at once, so that another worker need not wait until the claim lapses. */
export async function release(tx: Tx, job: ClaimedBacktest): Promise<void> {
  await change(tx, job, 'claimed_until = clock_timestamp()');
}

export async function finish(tx: Tx, job: ClaimedBacktest, report: BacktestReport): Promise<void> {
  const columns = `state = 'done', outcome = $3, result = $4, processed = $5, total = $5, checkpoint = NULL,
    claimed_until = NULL, finished_at = clock_timestamp()`;
  await change(tx, job, columns, [report.outcome, JSON.stringify(report), report.cases]);
}

async function change(tx: Tx, job: ClaimedBacktest, columns: string, more: readonly unknown[] = []): Promise<void> {
  const text = `UPDATE rule_set_job SET ${columns} WHERE id = $1 AND claim_token = $2 AND state = 'running'`;
  const touched = await execute(tx, text, [job.id, job.claimToken, ...more]);
  if (touched === 0) throw new BacktestClaimLost('Another worker holds this backtest now, or it has ended.');
}

/** Rows a statement: the keys of each are looked up, and no statement may take long. */
const LOWER_BATCH = 5_000;

export interface LowerEntry {
  readonly seq: bigint;
  readonly from: Placing;
  readonly to: Placing;
}

/** Writes children who would go lower. Twice for one child leaves one entry. */
export async function addLower(tx: Tx, job: ClaimedBacktest, cases: readonly LowerEntry[]): Promise<void> {
  for (let at = 0; at < cases.length; at += LOWER_BATCH) {
    const part = cases.slice(at, at + LOWER_BATCH);
    await execute(tx, ADD_LOWER, [
      job.id,
      part.map(({ seq }) => String(seq)),
      part.map(({ from }) => from.level),
      part.map(({ from }) => from.urgency),
      part.map(({ to }) => to.level),
      part.map(({ to }) => to.urgency),
    ]);
  }
}

const ADD_LOWER = `INSERT INTO backtest_lower (job_id, case_id, from_level, from_urgency, to_level, to_urgency)
  SELECT $1, f.case_id, l.from_level, l.from_urgency, l.to_level, l.to_urgency
  FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
    AS l (seq, from_level, from_urgency, to_level, to_urgency)
  JOIN case_facts f ON f.seq = l.seq
  ON CONFLICT (job_id, case_id) DO NOTHING`;
