import path from 'node:path';
import pg from 'pg';
import { Forked } from '../forked.ts';
import { CEILING_TABLE, type CeilingPlan, type CeilingResult, WITH_LZ4 } from './ceiling-plan.ts';

/** What PostgreSQL itself takes of four-kilobyte documents, from a process that does nothing else: the limit of any intake. */
export class Ceiling {
  private constructor(
    private readonly forked: Forked<CeilingPlan, CeilingResult>,
    private readonly databaseUrl: string,
    /** `lz4` or PostgreSQL's default, for the report. */
    readonly compression: string,
  ) {}

  /** In an empty database of its own. */
  static async start(databaseUrl: string): Promise<Ceiling> {
    const admin = new pg.Client({ connectionString: databaseUrl });
    await admin.connect();
    await admin.query(CEILING_TABLE);
    const compression = await admin.query(WITH_LZ4).then(
      () => 'lz4',
      () => 'pglz, because this server has no lz4',
    );
    await admin.end();
    const forked = await Forked.start<CeilingPlan, CeilingResult>(path.join(import.meta.dirname, 'ceiling.process.js'));
    return new Ceiling(forked, databaseUrl, compression);
  }

  /** One plan at a time. */
  write(plan: Omit<CeilingPlan, 'databaseUrl'>): Promise<CeilingResult> {
    return this.forked.work({ ...plan, databaseUrl: this.databaseUrl });
  }

  stop(): Promise<void> {
    return this.forked.stop();
  }
}
