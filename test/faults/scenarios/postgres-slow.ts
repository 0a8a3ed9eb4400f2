import pg from 'pg';
import { Prober } from '../load/prober.ts';
import { pause } from '../pause.ts';
import { type PostgresWorld, postgresWorld } from '../postgres-world.ts';
import type { Scenario, Stage } from '../scenario.ts';

/** On its way to the server, every message: some referrals then take seconds, and some no longer end in time. */
const DELAYS_MS = [200, 1_000, 5_000] as const;
/** Longer than anybody waits for a lock (`lock_timeout`). */
const LOCKED_MS = 7_000;
/** A connection, the deadline of a transaction, tries to learn how it ended; and a busy machine. */
const ANSWERED_WITHIN_MS = 60_000;

/** PostgreSQL answers late, or not at all because somebody holds a lock: nobody waits for ever, nobody gets a 500. */
export const postgresSlow: Scenario<PostgresWorld> = {
  fault: 'F12',
  name: 'postgres-slow',
  what: 'PostgreSQL slow by 0.2 to 5 s a message, silent, and a table locked by somebody',
  backends: ['PostgreSQL'],
  faults: { short: 2, long: 24 },
  load: { senders: 3, pauseMs: 30, deciders: 1 },
  world: postgresWorld,
  sharesWorld: true,
  run: async (stage) => {
    const { rig, isLong } = stage;
    const prober = new Prober(rig.url, await rig.agencyToken('larkshire-police'));
    prober.start();
    for (let fault = 0; fault < stage.faults; fault += 4) {
      await slow(stage, isLong ? stage.random.oneOf(DELAYS_MS) : 200, isLong ? 30_000 : 2_000);
      await locked(stage);
      if (isLong) await slow(stage, 5_000, 40_000);
      if (isLong) await silent(stage);
    }
    await prober.stop();
    for (const what of prober.wrongs()) stage.wrong(what);
    if (prober.worstMs() > ANSWERED_WITHIN_MS) stage.wrong(`an answer took ${prober.worstMs().toFixed(0)} ms`);
    const longest = (prober.worstMs() / 1000).toFixed(1);
    stage.remark(`longest wait for an answer ${longest} s; ${String(prober.count(503))} answers of 503`);
  },
};

async function slow({ rig, cause }: Stage<PostgresWorld>, delayMs: number, forMs: number): Promise<void> {
  const { api, engine } = rig.world;
  await cause(() => {
    api.delayMs = engine.delayMs = delayMs;
  });
  await pause(forMs);
  api.delayMs = engine.delayMs = 0;
}

/** Nothing comes through, and nobody hangs up. */
async function silent({ rig, cause }: Stage<PostgresWorld>): Promise<void> {
  await cause(() => {
    rig.world.api.silence();
  });
  await pause(30_000);
  rig.world.api.speak();
}

async function locked({ rig, cause }: Stage<PostgresWorld>): Promise<void> {
  const somebody = new pg.Client({ connectionString: rig.world.database.adminUrl });
  await somebody.connect();
  await cause(async () => {
    await somebody.query('BEGIN');
    await somebody.query('LOCK TABLE referral IN ACCESS EXCLUSIVE MODE');
  });
  await pause(LOCKED_MS);
  await somebody.end();
}
