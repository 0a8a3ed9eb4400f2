import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Lane } from '#domain';
import { type ClaimedMessage, Outbox, StaleClaimError } from '#outbox';
import { connectOnce, type Database, execute, type Tx } from '#platform';
import { DrainLane } from '#triage';
import { gate, idleWorker, sentCase, workFor } from '../support/engine-work.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const LONG = 60_000;
const HELD_FOR = `SELECT extract(epoch FROM claimed_until - clock_timestamp())::float8 * 1000 AS ms FROM outbox_message`;

const SCOPE = { authorityId: 'larkshire' };

describe('work in the outbox', () => {
  const outbox = new Outbox();
  let service: TestService;
  let api: Database;
  let engine: Database;
  let caseId: string;

  beforeAll(async () => {
    service = await startTestService();
    api = await connectOnce(service.environment, service.database.apiUrl);
    engine = await connectOnce(service.environment, service.database.engineUrl);
    caseId = await sentCase(service);
  }, 60_000);

  beforeEach(async () => {
    await service.database.query('admin', 'DELETE FROM outbox_message');
  });

  afterAll(async () => {
    await api.onApplicationShutdown();
    await engine.onApplicationShutdown();
    await service.close();
  });

  const append = (...versions: number[]) =>
    api.inTransaction(SCOPE, (tx) =>
      outbox.append(
        tx,
        versions.map((version) => workFor(caseId, version)),
      ),
    );
  const claim = (limit = 10, leaseMs = LONG, lane: Lane = 'standard') =>
    engine.acrossAuthorities((tx) => outbox.claim(tx, lane, limit, leaseMs));
  const settle = (work: (tx: Tx) => Promise<void>) => engine.inTransaction(SCOPE, work);
  const versions = (messages: readonly ClaimedMessage[]) => messages.map((message) => message.inputVersion);

  async function claimOne(leaseMs = LONG): Promise<ClaimedMessage> {
    const [message, ...more] = await claim(10, leaseMs);
    if (message === undefined || more.length > 0) throw new Error('Exactly one message was to wait.');
    return message;
  }

  async function claimUntilNone(): Promise<ClaimedMessage[]> {
    const mine: ClaimedMessage[] = [];
    for (;;) {
      const claimed = await claim(5);
      if (claimed.length === 0) return mine;
      mine.push(...claimed);
    }
  }

  it('goes to one claimer each, however many ask at once, and none is left', async () => {
    await append(...Array.from({ length: 200 }, (_, index) => index + 1));

    const shares = await Promise.all(Array.from({ length: 8 }, claimUntilNone));

    const claimed = shares.flat();
    expect(claimed).toHaveLength(200);
    expect(new Set(claimed.map((message) => message.id)).size).toBe(200);
    expect(claimed.every((message) => message.attempts === 1)).toBe(true);
    expect(shares.filter((share) => share.length > 0).length).toBeGreaterThan(1);
  });

  it('stays in its lane, oldest first', async () => {
    await append(1);
    await append(2);
    await api.inTransaction(SCOPE, (tx) => outbox.append(tx, [workFor(caseId, 3, 'urgent')]));

    expect(versions(await claim(1))).toEqual([1]);
    expect(versions(await claim())).toEqual([2]);
    expect(versions(await claim(10, LONG, 'urgent'))).toEqual([3]);
  });

  it('is claimed when it commits late, after younger work was claimed and done', async () => {
    const written = gate();
    const mayCommit = gate();
    const late = api.inTransaction(SCOPE, async (tx) => {
      await outbox.append(tx, [workFor(caseId, 1)]);
      written.open();
      await mayCommit.passed;
    });
    await written.passed;
    await append(2);
    const younger = await claimOne();
    await settle((tx) => outbox.complete(tx, [younger]));

    expect(younger.inputVersion).toBe(2);
    expect(await claim()).toEqual([]);
    mayCommit.open();
    await late;
    expect(versions(await claim())).toEqual([1]);
  });

  it('never existed when its transaction is rolled back', async () => {
    const failing = api.inTransaction(SCOPE, async (tx) => {
      await outbox.append(tx, [workFor(caseId, 1)]);
      throw new Error('as it happens');
    });

    await expect(failing).rejects.toThrow('as it happens');
    expect(await claim()).toEqual([]);
  });

  describe('whose claim lapsed', () => {
    const markCase = (tx: Tx) => execute(tx, `UPDATE case_record SET triage_failure = 'late'`);

    async function takenOver(): Promise<{ old: ClaimedMessage; current: ClaimedMessage }> {
      await append(1);
      const old = await claimOne(50);
      expect(await claim()).toEqual([]);
      await sleep(100);
      return { old, current: await claimOne() };
    }

    it('is taken over, and nothing that the first worker writes remains', async () => {
      const { old, current } = await takenOver();
      const belated = engine.inTransaction(SCOPE, async (tx) => {
        expect(await markCase(tx)).toBe(1);
        await outbox.complete(tx, [old]);
      });

      expect(current).toMatchObject({ id: old.id, attempts: 1 });
      expect(current.claimToken).not.toBe(old.claimToken);
      await expect(belated).rejects.toThrow(StaleClaimError);
      const [row] = await service.database.query<{ triage_failure: string | null }>(
        'admin',
        'SELECT triage_failure FROM case_record',
      );
      expect(row?.triage_failure).toBeNull();
      await settle((tx) => outbox.complete(tx, [current]));
    });

    it('is held for longer from the fourth time alone on, so that it does not end all workers at once', async () => {
      await append(1);
      const until = async (): Promise<number> => {
        await claimOne();
        const [row] = await service.database.query<{ ms: number }>('admin', HELD_FOR);
        await service.database.query('admin', 'UPDATE outbox_message SET claimed_until = now()');
        return Math.round((row?.ms ?? 0) / LONG);
      };

      const times: number[] = [];
      for (let tries = 0; tries < 6; tries += 1) times.push(await until());

      expect(times).toEqual([1, 1, 1, 1, 4, 16]);
    });

    it('is no longer the first worker’s to postpone, to abandon or to give back', async () => {
      const { old, current } = await takenOver();

      await expect(settle((tx) => outbox.postpone(tx, old, 'x'))).rejects.toThrow(StaleClaimError);
      await expect(settle((tx) => outbox.abandon(tx, old, 'x'))).rejects.toThrow(StaleClaimError);
      await settle((tx) => outbox.release(tx, [old]));
      expect(await claim()).toEqual([]);
      await settle((tx) => outbox.complete(tx, [current]));
    });

    it('is not taken over while the first worker is writing its result', async () => {
      await append(1);
      const old = await claimOne(50);
      const finished = await engine.inTransaction(SCOPE, async (tx) => {
        await outbox.complete(tx, [old]);
        await sleep(100);
        return claim();
      });

      expect(finished).toEqual([]);
      expect(await claim()).toEqual([]);
    });

    it('is the first worker’s still when nobody took it over', async () => {
      await append(1);
      const old = await claimOne(50);
      await sleep(100);
      await settle((tx) => outbox.complete(tx, [old]));

      await expect(settle((tx) => outbox.complete(tx, [old]))).rejects.toThrow(StaleClaimError);
      expect(await claim()).toEqual([]);
    });
  });

  it('waits after a fault, longer each time, and comes back', async () => {
    await append(1);
    const first = await claimOne();
    await settle((tx) => outbox.postpone(tx, first, 'fault'));
    expect(await claim()).toEqual([]);

    await sleep(300);
    const second = await claimOne();
    expect(second).toMatchObject({ id: first.id, attempts: 2 });
    await settle((tx) => outbox.postpone(tx, second, 'fault'));
    await sleep(300);
    expect(await claim()).toEqual([]);

    await sleep(300);
    expect(await claimOne()).toMatchObject({ id: first.id, attempts: 3 });
  });

  it('waits without having been tried when it is given back for a reason that is not its own', async () => {
    await append(1);
    const first = await claimOne();
    await settle((tx) => outbox.release(tx, [first], 200));
    expect(await claim()).toEqual([]);

    await sleep(250);
    expect(await claimOne()).toMatchObject({ id: first.id, attempts: 1 });
  });

  it('is over for good once it is abandoned, and says why', async () => {
    await append(1);
    const message = await claimOne(50);
    await settle((tx) => outbox.abandon(tx, message, 'hopeless'));
    await sleep(100);

    expect(await claim()).toEqual([]);
    const [row] = await service.database.query('admin', 'SELECT last_error, done_at FROM outbox_message');
    expect(row).toEqual({ last_error: 'hopeless', done_at: null });
  });
});

describe('a lane that two workers drain at once', () => {
  it('gets one run and one entry in the trail for each case', async () => {
    const service = await startTestService();
    const workers = [await idleWorker(service), await idleWorker(service)];
    const cases = await Promise.all(Array.from({ length: 24 }, () => sentCase(service)));

    await Promise.all([...workers, ...workers].map((worker) => worker.get(DrainLane).execute('standard')));

    const ask = (text: string) => service.database.query<{ case_id: string }>('admin', text);
    const runs = await ask('SELECT case_id FROM triage_run');
    expect(runs.map((row) => row.case_id).sort()).toEqual([...cases].sort());
    const entries = await ask(`SELECT case_id FROM audit_event WHERE action = 'case.proposed'`);
    expect(entries.map((row) => row.case_id).sort()).toEqual([...cases].sort());
    expect(await ask('SELECT case_id FROM outbox_message WHERE done_at IS NULL AND reason IS NULL')).toEqual([]);
    await Promise.all(workers.map((worker) => worker.close()));
    await service.close();
  }, 60_000);
});
