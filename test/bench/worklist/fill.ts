import { randomUUID } from 'node:crypto';
import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { PlatformModule } from '#platform';
import { Vault, VaultModule } from '#vault';
import { startWorker } from '../../../apps/worker/create-worker.ts';
import { call, eventually } from '../../support/http.ts';
import { aRedReferral, aReferral } from '../../support/referral-builder.ts';
import { openCases, SETTLE, settledCases } from './fill-statements.ts';
import type { Site } from './sites.ts';

@Module({})
class BenchModule {}

const AUTHORITY = 'larkshire';
/** So many come in by the API and are proposed by the worker; the others are copies of the first with keys of their own. */
const REAL = 30;
const BATCH = 5_000;

/** Brings a site to so many cases, so many of them open, and lets PostgreSQL know how much there is. */
export async function fillCases(site: Site, wanted: { open: number; cases: number }): Promise<void> {
  await sendReal(site);
  const admin = new pg.Client({ connectionString: site.web.database.adminUrl });
  await admin.connect();
  try {
    await admin.query(`SET session_replication_role = replica; CREATE TEMP TABLE filler (
      n integer, case_id uuid, referral_id uuid, run_id uuid, wrapped bytea, key_id text, child text)`);
    await fillOpen(site, admin, wanted.open - REAL);
    await fillSettled(admin, wanted.cases - wanted.open);
    await admin.query(SETTLE);
    await admin.query('VACUUM (ANALYZE)');
  } finally {
    await admin.end();
  }
}

async function sendReal({ web }: Site): Promise<void> {
  const api = await web.startApi();
  const token = await web.issuer.agencyToken('larkbridge-primary');
  for (let sent = 0; sent < REAL; sent += 1) {
    const changes = { senderReference: `bench ${String(sent)}` };
    const body = sent % 3 === 0 ? aRedReferral(changes) : aReferral(changes);
    const { status } = await call(api, '/api/v1/referrals', { token, body });
    if (status !== 201) throw new Error(`The referral was answered with ${String(status)}.`);
  }
  const worker = await startWorker(web.environment);
  Logger.overrideLogger(['error']);
  await eventually(
    () => web.database.query('admin', 'SELECT 1 FROM case_record WHERE current_run_id IS NULL'),
    (rows) => rows.length === 0,
    120_000,
  );
  await worker.close();
}

/** Each has a key and a sealed name of its own, as the list opens them. */
async function fillOpen({ web }: Site, admin: pg.Client, count: number): Promise<void> {
  const as = { databaseUrl: web.database.apiUrl, applicationName: 'front-door-bench' };
  const imports = [PlatformModule.forProcess(web.environment, as), VaultModule];
  const context = await NestFactory.createApplicationContext({ module: BenchModule, imports }, { logger: ['error'] });
  const vault = context.get(Vault);
  for (let done = 0; done < count; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => newFiller(vault, done + index));
    await admin.query('TRUNCATE filler');
    await admin.query(INSERT_FILLERS, [JSON.stringify(rows)]);
    for (const text of await openCases(admin)) await admin.query(text);
  }
  await context.close();
}

function newFiller(vault: Vault, n: number): object {
  const [caseId, referralId] = [randomUUID(), randomUUID()];
  const { key, stored } = vault.newKey({ authorityId: AUTHORITY, referralId });
  const details = { name: `Robin Example ${String(n)}`, dateOfBirth: '2017-05-04' };
  const child = key.seal('case_record.child', caseId, JSON.stringify(details));
  const wrapped = stored.wrapped.toString('hex');
  return { n, case_id: caseId, referral_id: referralId, run_id: randomUUID(), wrapped, key_id: stored.keyId, child };
}

/** What is settled long since is never opened by a list. */
async function fillSettled(admin: pg.Client, count: number): Promise<void> {
  const most = BATCH * 10;
  for (let done = 0; done < count; done += most) {
    await admin.query('TRUNCATE filler');
    await admin.query(
      `INSERT INTO filler (n, case_id, referral_id)
       SELECT 10000000 + $1::integer + i, gen_random_uuid(), gen_random_uuid() FROM generate_series(1, $2::integer) AS i`,
      [done, Math.min(most, count - done)],
    );
    for (const text of await settledCases(admin)) await admin.query(text);
  }
}

const INSERT_FILLERS = `INSERT INTO filler
  SELECT n, case_id, referral_id, run_id, decode(wrapped, 'hex'), key_id, child
  FROM json_to_recordset($1::json) AS f (n integer, case_id uuid, referral_id uuid, run_id uuid, wrapped text, key_id text, child text)`;
