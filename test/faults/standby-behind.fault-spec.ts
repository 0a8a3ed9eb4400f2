import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkEverything } from './check/check-everything.ts';
import { FailoverWorld } from './failover-world.ts';
import { type FaultRig, startFaultRig } from './fault-rig.ts';
import { pause } from './pause.ts';

const PATIENCE_MS = 60_000;

describe('a failover to a standby that was behind', () => {
  let rig: FaultRig<FailoverWorld>;

  beforeEach(async () => {
    rig = await startFaultRig(await FailoverWorld.open('async'));
  }, 300_000);

  afterEach(async () => {
    await rig.close();
  }, 60_000);

  it('loses what was answered meanwhile, and the checker of the synchronous one finds it', async () => {
    const { world, client } = rig;
    world.hearing.silence();
    client.start(2, 20);
    while (client.acknowledged.length < 5) await pause(50);
    await world.primary.end('kill');
    await world.hearing.close();
    await world.failOver();
    await client.stop();
    await rig.settled(PATIENCE_MS);

    const findings = await checkEverything(world, rig.build, rig.receipts());

    expect(findings.against.lost.length).toBeGreaterThanOrEqual(5);
  }, 300_000);
});
