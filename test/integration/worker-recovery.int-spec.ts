import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt } from '../support/engine-attempts.ts';
import { proposedWithin, sentCase } from '../support/engine-work.ts';
import { eventually } from '../support/http.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** So long that nothing in these tests is the sweep's doing. */
const NO_SWEEP = { SWEEP_INTERVAL_MS: '60000' };
const AT_ONCE_MS = 2_000;
const SOON_MS = 5_000;

describe('a worker whose sweep is far off', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(NO_SWEEP);
    await service.startWorker();
    // Once this case is proposed, the sweep's first look is behind it.
    await proposedWithin(service, await sentCase(service), SOON_MS);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function connectionsOf(application: string): Promise<number[]> {
    const rows = await service.database.query<{ pid: number }>(
      'engine',
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND application_name LIKE $1`,
      [application],
    );
    return rows.map((row) => row.pid);
  }

  async function cut(pids: readonly number[]): Promise<void> {
    const [row] = await service.database.query<{ cut: number }>(
      'engine',
      'SELECT count(*) FILTER (WHERE pg_terminate_backend(pid))::int AS cut FROM unnest($1::int[]) AS pid',
      [pids],
    );
    expect(row?.cut).toBe(pids.length);
  }

  it.each([
    ['standard', aReferral()],
    ['red', aRedReferral()],
  ])('proposes at once for a new %s referral: the notice does it', async (_lane, document) => {
    await proposedWithin(service, await sentCase(service, document), AT_ONCE_MS);
  });

  it('listens again after its relay lost its connection, and misses nothing meanwhile', async () => {
    const before = await connectionsOf('front-door-relay');
    expect(before).toHaveLength(1);
    await cut(before);

    const meanwhile = await sentCase(service);
    await proposedWithin(service, meanwhile, SOON_MS);
    const after = await eventually(
      () => connectionsOf('front-door-relay'),
      (pids) => pids.length === 1,
    );
    expect(after).not.toEqual(before);
    await proposedWithin(service, await sentCase(service), AT_ONCE_MS);
  }, 30_000);

  it('comes back after all its connections were cut at once', async () => {
    const all = await connectionsOf('front-door-%');
    expect(all.length).toBeGreaterThanOrEqual(3);
    await cut(all);

    await proposedWithin(service, await sentCase(service), 10_000);
    await proposedWithin(service, await sentCase(service), AT_ONCE_MS);
  }, 30_000);
});

describe('a worker that cannot use the queue', () => {
  it('proposes all the same: the notice does it, or the sweep', async () => {
    const service = await startTestService({ SWEEP_INTERVAL_MS: '300' });
    await service.database.query('admin', 'REVOKE ALL ON SCHEMA bullmq FROM front_door_engine');
    expect(await attempt(service.database, 'engine', 'SELECT 1 FROM bullmq.job')).toMatchObject({ refused: '42501' });
    await service.startWorker();
    await proposedWithin(service, await sentCase(service), SOON_MS);

    await proposedWithin(service, await sentCase(service), AT_ONCE_MS);
    await proposedWithin(service, await sentCase(service, aRedReferral()), AT_ONCE_MS);
    await service.close();
  }, 60_000);

  it('uses it again, without a restart, as soon as it may', async () => {
    const service = await startTestService(NO_SWEEP);
    const done = () => service.database.query('admin', `SELECT 1 FROM bullmq.event e WHERE e::text LIKE '%completed%'`);
    await service.database.query('admin', 'REVOKE ALL ON SCHEMA bullmq FROM front_door_engine');
    await service.startWorker();
    await proposedWithin(service, await sentCase(service), SOON_MS);
    expect(await done()).toEqual([]);
    await service.database.query('admin', 'GRANT USAGE, CREATE ON SCHEMA bullmq TO front_door_engine');

    // Proposed by the notice alone before; now its wake-up is taken from the queue, too.
    await eventually(
      async () => {
        await sentCase(service);
        return done();
      },
      (events) => events.length > 0,
      20_000,
    );
    await service.close();
  }, 60_000);
});

describe('a worker that starts while work waits', () => {
  it('proposes at once for all of it', async () => {
    const service = await startTestService(NO_SWEEP);
    const first = await service.startWorker();
    await proposedWithin(service, await sentCase(service), SOON_MS);
    await first.close();
    const waiting = [await sentCase(service), await sentCase(service, aRedReferral()), await sentCase(service)];
    await expect(proposedWithin(service, waiting[0] ?? '', 500)).rejects.toThrow('Not so within');

    await service.startWorker();
    await Promise.all(waiting.map((id) => proposedWithin(service, id, AT_ONCE_MS)));
    await service.close();
  }, 60_000);
});
