import { FailoverWorld } from '../failover-world.ts';
import { Prober } from '../load/prober.ts';
import { pause } from '../pause.ts';
import type { Scenario, Stage } from '../scenario.ts';

const SERVED_WITHIN_MS = 60_000;

/**
 * The primary is gone for good and its standby takes over; processes find it by themselves. Every other time the old primary
 * comes back by mistake, and one process that has never met the new one starts beside it.
 */
export const failover: Scenario<FailoverWorld> = {
  fault: 'F13',
  name: 'failover',
  what: 'primary killed, synchronous standby promoted; the old primary back by mistake',
  backends: ['PostgreSQL'],
  faults: { short: 1, long: 20 },
  load: { senders: 4, pauseMs: 20, deciders: 1 },
  world: () => FailoverWorld.open('sync'),
  run: async (stage) => {
    const { rig, random, faults, wrong, remark } = stage;
    const prober = new Prober(rig.url, await rig.agencyToken('larkshire-police'));
    const servedMs: number[] = [];
    prober.start();
    for (let deaths = 0; deaths < faults; deaths += 1) {
      await pause(800 + random.below(1_000));
      servedMs.push(await failOver(stage));
      if (deaths % 2 === 0) await oldPrimaryBack(stage);
      if (deaths + 1 < faults) await rig.world.rebuildStandby();
    }
    await prober.stop();
    for (const what of prober.wrongs()) wrong(what);
    remark(
      `a referral was taken at most ${(Math.max(...servedMs) / 1000).toFixed(2)} s after the kill, promotion included`,
    );
  },
};

async function failOver({ rig, cause, servedAgainAfter }: Stage<FailoverWorld>): Promise<number> {
  const after = new Prober(rig.url, await rig.agencyToken('larkshire-police'));
  const killedAt = performance.now();
  await cause(() => rig.world.primary.end('kill'));
  await rig.world.failOver();
  await after.untilServed(SERVED_WITHIN_MS);
  const tookMs = performance.now() - killedAt;
  servedAgainAfter(tookMs);
  return tookMs;
}

/** Nobody may write there any more: what it stores by itself the standby never gets, so nobody gets an answer. */
async function oldPrimaryBack({ rig, wrong }: Stage<FailoverWorld>): Promise<void> {
  const { standby: old } = rig.world;
  await old.start();
  const before = await referralsAt(rig.world);
  const newcomer = await rig.furtherApi();
  const prober = new Prober(newcomer.url, await rig.agencyToken('larkshire-police'));
  prober.start();
  await pause(1_000);
  await prober.stop();
  await newcomer.process.stop();
  const taken = prober.count(201);
  if (taken === 0) wrong('a new process did not find the new primary beside the old one');
  if ((await referralsAt(rig.world)) < before + taken) wrong('a new process wrote to the old primary');
  await old.end('immediate');
}

async function referralsAt({ database }: FailoverWorld): Promise<number> {
  const [row] = await database.query<{ referrals: number }>('admin', 'SELECT count(*)::int AS referrals FROM referral');
  return row?.referrals ?? 0;
}
