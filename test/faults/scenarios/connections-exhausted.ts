import pg from 'pg';
import { Prober } from '../load/prober.ts';
import { pause } from '../pause.ts';
import { type PostgresWorld, postgresWorld } from '../postgres-world.ts';
import type { Scenario, Stage } from '../scenario.ts';

const HELD_MS = 3_000;
const SERVED_WITHIN_MS = 60_000;
/** An API's wait for a connection, one for the answer to it, and a busy machine. */
const ANSWERED_WITHIN_MS = 20_000;

/** Others take every connection there is; and, where the engine's role has a limit, all that the engine may have. */
export const connectionsExhausted: Scenario<PostgresWorld> = {
  fault: 'F10',
  name: 'connections-exhausted',
  what: 'every connection of PostgreSQL taken by others, and the API’s own ended',
  backends: ['PostgreSQL'],
  faults: { short: 2, long: 40 },
  load: { senders: 3, pauseMs: 30, deciders: 1 },
  world: postgresWorld,
  sharesWorld: true,
  run: async (stage) => {
    for (let fault = 0; fault < stage.faults; fault += 2) {
      await exhausted(stage);
      await engineAtItsLimit(stage);
    }
  },
};

async function exhausted({ rig, cause, wrong, remark, servedAgainAfter }: Stage<PostgresWorld>): Promise<void> {
  const prober = new Prober(rig.url, await rig.agencyToken('larkshire-police'));
  const held: pg.Client[] = [];
  const startedAt = performance.now();
  await cause(async () => {
    held.push(...(await takeAll(rig.world.database.engineUrl)));
    await endSessionsOf(rig.world, 'front_door_api');
    held.push(...(await takeAll(rig.world.database.engineUrl)));
  });
  prober.start();
  await pause(HELD_MS);
  const health = await fetch(`${rig.url}/health/ready`);
  await Promise.all(held.map((client) => client.end()));
  const freeAt = performance.now();
  await prober.stop();
  const healed = await prober.untilServed(SERVED_WITHIN_MS);
  servedAgainAfter(performance.now() - startedAt);
  for (const what of prober.wrongs()) wrong(what);
  if (prober.count(503) === 0) wrong('no request was told that there are no connections: nothing was tested');
  if (prober.worstMs() > ANSWERED_WITHIN_MS) wrong(`an answer took ${prober.worstMs().toFixed(0)} ms`);
  if (health.status !== 503 && health.status !== 200) wrong(`health said ${String(health.status)}`);
  remark(`${String(held.length)} sessions held; health said ${String(health.status)} meanwhile`);
  remark(
    `served ${((performance.now() - freeAt) / 1000).toFixed(2)} s after they were free, ${healed.toFixed(0)} ms of it alone`,
  );
}

/** With a limit of its own the engine cannot take what the API needs. */
async function engineAtItsLimit({ rig, cause, wrong }: Stage<PostgresWorld>): Promise<void> {
  const { database } = rig.world;
  const token = await rig.agencyToken('larkshire-police');
  await database.query('admin', 'ALTER ROLE front_door_engine CONNECTION LIMIT 100');
  const held: pg.Client[] = [];
  await cause(async () => {
    held.push(...(await takeAll(database.engineUrl)));
    await endSessionsOf(rig.world, 'front_door_api');
  });
  const prober = new Prober(rig.url, token);
  // The first may be the one whose connection was ended.
  await prober.untilServed(SERVED_WITHIN_MS);
  const from = prober.answers.length;
  prober.start();
  await pause(1_500);
  await prober.stop();
  await Promise.all(held.map((client) => client.end()));
  await database.query('admin', 'ALTER ROLE front_door_engine CONNECTION LIMIT -1');
  const refused = prober.answers.slice(from).filter(({ status }) => status !== 201);
  if (held.length === 0) wrong('the engine had room below its limit: nothing was tested');
  if (refused.length > 0) wrong(`the API refused ${String(refused.length)} while only the engine was at its limit`);
}

async function takeAll(url: string): Promise<pg.Client[]> {
  const held: pg.Client[] = [];
  for (;;) {
    const client = new pg.Client({ connectionString: url, application_name: 'a-hoarder' });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch {
      return held;
    }
    held.push(client);
  }
}

function endSessionsOf({ database }: PostgresWorld, role: string): Promise<object[]> {
  return database.query('admin', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);
}
