import type { TestDatabase } from '../support/test-database.ts';

/** Seconds, ascending, in four figures. */
interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

interface Life {
  /** Milliseconds since 1970, by PostgreSQL's clock. */
  readonly storedAt: number;
  readonly doneAt: number;
}

/** `null` of nothing. */
export function spreadOf(seconds: readonly number[]): Spread | null {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return sorted.length === 0 ? null : { count: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

export class Lives {
  /** In the order in which they were stored. */
  private readonly lives: readonly Life[];

  private constructor(lives: readonly Life[]) {
    this.lives = lives;
  }

  /** The first message of every case: when it was stored, when its proposal was. */
  static async of(database: TestDatabase): Promise<Lives> {
    return new Lives(await database.query<Life>('admin', LIVES));
  }

  /** Seconds from stored to proposed, of cases stored since then. */
  toProposal(since: number): number[] {
    return this.lives
      .filter(({ storedAt }) => storedAt >= since)
      .map(({ storedAt, doneAt }) => (doneAt - storedAt) / 1000);
  }

  /**
   * For each fault, seconds until the oldest case that waited at that moment was proposed. A fault at which nothing waited
   * gives none.
   */
  recovery(faultsAt: readonly number[]): number[] {
    return faultsAt.flatMap((at) => {
      const oldest = this.lives.find(({ storedAt, doneAt }) => doneAt > at && storedAt <= at);
      return oldest === undefined ? [] : [(oldest.doneAt - at) / 1000];
    });
  }
}

const LIVES = `SELECT extract(epoch FROM created_at)::float8 * 1000 AS "storedAt",
    extract(epoch FROM done_at)::float8 * 1000 AS "doneAt"
  FROM outbox_message WHERE topic = 'triage.requested' AND input_version = 1 AND done_at IS NOT NULL
  ORDER BY created_at`;
