import { Prober } from '../load/prober.ts';
import { pause } from '../pause.ts';
import { type PostgresWorld, postgresWorld } from '../postgres-world.ts';
import type { Scenario } from '../scenario.ts';

const ENDS = ['fast', 'immediate', 'kill'] as const;
const SERVED_WITHIN_MS = 60_000;

/** PostgreSQL ends in every way it can and comes back: the service says "not now" meanwhile, and heals itself. */
export const postgresEnds: Scenario<PostgresWorld> = {
  fault: 'F9',
  name: 'postgres-ends',
  inEveryRun: true,
  what: 'PostgreSQL stopped fast, immediately and by SIGKILL, and started again',
  backends: ['PostgreSQL'],
  faults: { short: 3, long: 150 },
  load: { senders: 3, pauseMs: 30, deciders: 1 },
  world: postgresWorld,
  sharesWorld: true,
  run: async ({ rig, random, faults, isLong, ...stage }) => {
    const { server } = rig.world;
    const token = await rig.agencyToken('larkshire-police');
    const [during, after] = [new Prober(rig.url, token), new Prober(rig.url, token)];
    const healedMs: number[] = [];
    during.start();
    for (let ends = 0; ends < faults; ends += 1) {
      await pause(200 + random.below(800));
      const endedAt = performance.now();
      await stage.cause(() => server.end(ENDS[ends % ENDS.length] ?? 'kill'));
      await pause(random.below(isLong ? 3_000 : 700));
      await server.start();
      healedMs.push(await after.untilServed(SERVED_WITHIN_MS));
      stage.servedAgainAfter(performance.now() - endedAt);
    }
    await during.stop();
    for (const what of during.wrongs()) stage.wrong(what);
    const worst = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
    stage.remark(`a referral was taken at most ${worst(Math.max(...healedMs))} after PostgreSQL took connections`);
    stage.remark(
      `${String(during.count(503))} answers of 503; the longest wait for any answer ${worst(during.worstMs())}`,
    );
  },
};
