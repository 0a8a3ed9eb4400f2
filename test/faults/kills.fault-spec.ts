import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CRASH_POINT_NAMES } from '#platform';
import { describeWithRedis } from '../support/redis-server.ts';
import type { Findings } from './check-nothing-lost.ts';
import { type Backend, type FaultRig, pause, PATIENCE_MS, startFaultRig } from './fault-rig.ts';
import { report } from './report.ts';

function expectNothingLost(findings: Findings): void {
  expect(findings).toMatchObject({ lost: [], doubled: [], broken: [], notProposed: [] });
  expect(findings.acknowledged).toBeGreaterThan(0);
}

/** Goes on until the processes have been killed so often, or fails after two minutes. */
async function untilKilled(count: () => number, wanted: number): Promise<void> {
  const until = performance.now() + 120_000;
  while (count() < wanted) {
    if (performance.now() > until) throw new Error(`Only ${String(count())} kills in two minutes.`);
    await pause(50);
  }
}

function killTests(backend: Backend): void {
  let rig: FaultRig;

  beforeEach(async () => {
    rig = await startFaultRig(backend);
  }, 60_000);

  afterEach(async () => {
    await rig.close();
  }, 60_000);

  it('loses and doubles nothing while workers are killed 16 times, at every step and at random', async () => {
    const kills = (): number => rig.workers.reduce((sum, worker) => sum + worker.kills, 0);
    for (const worker of rig.workers) worker.rearm({ CRASH_POINTS: CRASH_POINT_NAMES.join(','), CRASH_CHANCE: '0.06' });
    for (const worker of rig.workers) worker.signal('SIGKILL');
    rig.client.start(1, 250);
    const random = setInterval(() => {
      rig.workers[Math.floor(Math.random() * 2)]?.signal('SIGKILL');
    }, 1_500);
    await untilKilled(kills, 16);
    clearInterval(random);
    for (const worker of rig.workers) worker.rearm({ CRASH_POINTS: '' });
    for (const worker of rig.workers) worker.signal('SIGKILL');
    await rig.client.stop();

    const recoveryMs = await rig.settled(PATIENCE_MS);

    const findings = await rig.findings();
    report(`${backend}: worker killed`, { kills: kills(), recoveryMs, retries: rig.client.retries, findings });
    expectNothingLost(findings);
  }, 180_000);

  it('loses and doubles nothing while the API is killed before and after its commits', async () => {
    const points = 'transaction.before_commit,transaction.after_commit';
    rig.api.rearm({ CRASH_POINTS: points, CRASH_CHANCE: '0.12' });
    rig.api.signal('SIGKILL');
    rig.client.start(3, 50);
    await untilKilled(() => rig.api.kills, 6);
    rig.api.rearm({ CRASH_POINTS: '' });
    rig.api.signal('SIGKILL');
    await rig.client.stop();

    const recoveryMs = await rig.settled(PATIENCE_MS);

    const findings = await rig.findings();
    report(`${backend}: API killed`, { kills: rig.api.kills, recoveryMs, retries: rig.client.retries, findings });
    expect(rig.client.retries).toBeGreaterThan(0);
    expectNothingLost(findings);
  }, 180_000);

  it('refuses what a frozen worker writes when it comes back', async () => {
    rig.client.start(3, 50);
    await pause(1_500);
    rig.workers[0]?.signal('SIGSTOP');
    await pause(6_000);
    await rig.client.stop();
    const recoveryMs = await rig.settled(PATIENCE_MS);
    rig.workers[0]?.signal('SIGCONT');
    await pause(1_500);

    const findings = await rig.findings();
    report(`${backend}: worker frozen`, { kills: 0, recoveryMs, retries: rig.client.retries, findings });
    expectNothingLost(findings);
  }, 90_000);
}

describe('with the queue in PostgreSQL, the service', () => {
  killTests('PostgreSQL');
});

describeWithRedis('with the queue in Redis, the service', 'own', () => {
  killTests('Redis');
});
