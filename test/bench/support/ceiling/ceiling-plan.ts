/** What the process that finds PostgreSQL's own limit is asked to write. */
export interface CeilingPlan {
  /** Administrator's address of a database of its own. */
  readonly databaseUrl: string;
  readonly connections: number;
  /** Rows in one statement, which is one commit. */
  readonly rows: number;
  readonly seconds: number;
}

export interface CeilingResult {
  /** Rows committed a second. */
  readonly perSecond: number;
  /** Milliseconds of a commit. */
  readonly p50: number;
  readonly p99: number;
}

/** A referral of four kilobytes as a document; compressed by lz4 where the server has it, which is faster than its default. */
export const CEILING_TABLE = `CREATE TABLE ceiling (
  id uuid PRIMARY KEY, received_at timestamptz NOT NULL DEFAULT now(), body jsonb NOT NULL)`;
export const WITH_LZ4 = 'ALTER TABLE ceiling ALTER COLUMN body SET COMPRESSION lz4';
