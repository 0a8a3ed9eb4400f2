import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { BenchService } from './bench-service.ts';

/** Milliseconds from the arrival of a referral to the commit of its proposal. */
export interface TimeToProposal {
  readonly proposed: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

/** Something that takes referrals in and proposes for them: ours, or what another team would build. */
export interface Pipeline {
  /** Where referrals are posted to. */
  readonly url: string;
  readonly tokens: readonly string[];
  readonly admin: pg.Client;
  /** One row with `waiting`: referrals or cases that are stored and not yet proposed. */
  readonly waitingSql: string;
  /** One row as `TimeToProposal`, of what arrived from `$1` on. */
  readonly timesSql: string;
  /** Brings the planner's figures up to date, as autovacuum does within a minute. */
  analyze(): Promise<void>;
}

/** The cluster must run with `track_commit_timestamp`: the moment of the commit is what counts. */
export const COMMIT_TIMES = 'track_commit_timestamp=on';

export function ourPipeline({ url, database }: BenchService, tokens: readonly string[]): Pipeline {
  return {
    url: `${url}/api/v1/referrals`,
    tokens,
    admin: database.admin,
    waitingSql: `SELECT count(*)::integer AS waiting FROM outbox_message
      WHERE topic = 'triage.requested' AND done_at IS NULL AND failed_at IS NULL`,
    timesSql: timesSql(`triage_run p JOIN case_record c ON c.id = p.case_id JOIN referral r ON r.id = c.referral_id
      WHERE p.input_version = 1`),
    analyze: async () => {
      await database.admin.query('ANALYZE');
    },
  };
}

/** `p` is the proposal's row, written once; `r` has `received_at`. */
export function timesSql(from: string): string {
  return `SELECT count(*)::integer AS proposed, ${[0.5, 0.99].map(percentile).join(', ')}, max(ms)::float8 AS worst
    FROM (SELECT extract(epoch FROM pg_xact_commit_timestamp(p.xmin) - r.received_at) * 1000 AS ms
      FROM ${from} AND r.received_at >= $1) AS each`;
}

function percentile(share: number): string {
  return `percentile_disc(${String(share)}) WITHIN GROUP (ORDER BY ms)::float8 AS p${String(Math.round(share * 100))}`;
}

/** Waits until nothing waits for its proposal; resolves to how many still do when the patience is over. */
export async function untilProposed({ admin, waitingSql }: Pipeline, patienceMs: number): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await admin.query<{ waiting: number }>(waitingSql);
    const waiting = rows[0]?.waiting ?? 0;
    if (waiting === 0 || performance.now() - startedAt > patienceMs) return waiting;
    await sleep(50);
  }
}

export async function timesToProposal({ admin, timesSql: text }: Pipeline, since: Date): Promise<TimeToProposal> {
  const { rows } = await admin.query<TimeToProposal>(text, [since]);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate has one row.');
  return row;
}
