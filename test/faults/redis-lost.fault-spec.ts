import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { describeWithRedis } from '../support/redis-server.ts';
import { type FaultRig, pause, PATIENCE_MS, startFaultRig } from './fault-rig.ts';
import { report } from './report.ts';

describeWithRedis('when Redis fails, the service', 'own', () => {
  let rig: FaultRig;

  beforeEach(async () => {
    rig = await startFaultRig('Redis');
  }, 60_000);

  afterEach(async () => {
    await rig.close();
  }, 60_000);

  it('loses nothing to a flush, with a backlog and under load', async () => {
    for (const worker of rig.workers) worker.signal('SIGSTOP');
    rig.client.start(6, 10);
    await pause(1_500);
    await rig.redis?.flush();
    for (const worker of rig.workers) worker.signal('SIGCONT');
    for (let flushes = 0; flushes < 10; flushes += 1) {
      await pause(200);
      await rig.redis?.flush();
    }
    await rig.client.stop();

    const recoveryMs = await rig.settled(PATIENCE_MS);

    const findings = await rig.findings();
    report('Redis: flushed 11 times', { kills: 0, recoveryMs, retries: rig.client.retries, findings });
    expect(findings).toMatchObject({ lost: [], doubled: [], broken: [], notProposed: [] });
  }, 90_000);

  it('goes on taking and proposing while it is down, through restarts of the API and the workers', async () => {
    rig.client.start(4, 30);
    await pause(500);
    await rig.redis?.kill();
    await pause(1_000);
    for (const process of [rig.api, ...rig.workers]) process.signal('SIGKILL');
    await pause(4_000);
    await rig.client.stop();

    const whileDownMs = await rig.settled(PATIENCE_MS);
    const down = await rig.findings();
    report('Redis: down', { kills: 3, recoveryMs: whileDownMs, retries: rig.client.retries, findings: down });
    expect(down).toMatchObject({ lost: [], doubled: [], broken: [], notProposed: [] });

    await rig.redis?.restart('empty');
    rig.client.start(4, 30);
    await pause(2_000);
    await rig.client.stop();
    const recoveryMs = await rig.settled(PATIENCE_MS);

    const findings = await rig.findings();
    report('Redis: back and empty', { kills: 3, recoveryMs, retries: rig.client.retries, findings });
    expect(findings).toMatchObject({ lost: [], doubled: [], broken: [], notProposed: [] });
    expect(findings.acknowledged).toBeGreaterThan(down.acknowledged);
  }, 120_000);
});
