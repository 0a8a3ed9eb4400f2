import pg from 'pg';
import { freePort } from '../../support/process-port.ts';
import type { TestIssuer } from '../../support/test-issuer.ts';
import { BenchProcess } from '../support/service/bench-process.ts';
import { type Pipeline, timesSql } from '../support/service/pipeline.ts';
import { NAIVE_SCHEMA } from './entities.ts';

const AUDIENCE = 'urn:front-door:api';

export interface NaivePipeline extends Pipeline {
  readonly api: BenchProcess;
  readonly worker: BenchProcess;
  /** Of both its processes. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** API and worker in processes of their own, in an empty database, over a Redis that stays as it came. */
export async function startNaivePipeline(given: {
  readonly databaseUrl: string;
  readonly redisPort: number;
  readonly issuer: TestIssuer;
  readonly tokens: readonly string[];
}): Promise<NaivePipeline> {
  const { databaseUrl, redisPort, issuer, tokens } = given;
  const admin = new pg.Client({ connectionString: databaseUrl });
  // The server is stopped under it when a bench is interrupted.
  admin.on('error', () => undefined);
  await admin.connect();
  await admin.query(NAIVE_SCHEMA);
  const port = String(await freePort());
  const settings = {
    NODE_ENV: 'production',
    PORT: port,
    DATABASE_URL: databaseUrl,
    REDIS_PORT: String(redisPort),
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: AUDIENCE,
  };
  const api = new BenchProcess('test/bench/naive/api.process.js', settings);
  const worker = new BenchProcess('test/bench/naive/worker.process.js', settings);
  await Promise.all([api.said('naive.listening'), worker.said('naive.started')]);
  return {
    url: `http://127.0.0.1:${port}/referrals`,
    tokens,
    admin,
    waitingSql: `SELECT count(*)::integer AS waiting FROM referral WHERE state = 'received'`,
    timesSql: timesSql('proposal p JOIN referral r ON r.id = p.referral_id WHERE true'),
    analyze: async () => {
      await admin.query('ANALYZE');
    },
    api,
    worker,
    settings,
    stop: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await admin.end();
    },
  };
}
