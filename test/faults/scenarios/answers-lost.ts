import { COMMIT_FATES, type CommitFate } from '../../support/postgres-proxy.ts';
import type { FaultRig } from '../fault-rig.ts';
import { Prober } from '../load/prober.ts';
import { type PostgresWorld, postgresWorld } from '../postgres-world.ts';
import type { Scenario } from '../scenario.ts';

const SHARE_OF_API = 0.25;
const SHARE_OF_WORKERS = 0.04;
const SPOILT_WITHIN_MS = 4_000;

/** The connection ends around COMMIT: what was stored must be answered for, and what was not must not be. */
export const answersLost: Scenario<PostgresWorld> = {
  fault: 'F14',
  name: 'answers-lost',
  what: 'connections of API and workers cut before, behind and after COMMIT',
  backends: ['PostgreSQL'],
  faults: { short: 24, long: 3_000 },
  load: { senders: 3, pauseMs: 20, deciders: 1 },
  world: postgresWorld,
  sharesWorld: true,
  run: async ({ rig, random, faults, cause, wrong, remark, untilFaults }) => {
    const { api, engine } = rig.world;
    const spoil = (share: number) => (): CommitFate | null => {
      if (!random.chance(share)) return null;
      void cause(() => undefined);
      return random.oneOf(COMMIT_FATES);
    };
    const prober = new Prober(rig.url, await rig.agencyToken('larkshire-police'), 'no key');
    api.fateOf = spoil(SHARE_OF_API);
    engine.fateOf = spoil(SHARE_OF_WORKERS);
    prober.start();
    await untilFaults(faults, 10_000 + faults * SPOILT_WITHIN_MS).finally(() => {
      api.fateOf = engine.fateOf = () => null;
    });
    await prober.stop();
    for (const what of [...prober.wrongs(), ...(await wrongsOfKeyless(rig, prober))]) wrong(what);
    const told = `${String(prober.keyless.length)} referrals without a key got a receipt`;
    remark(`${told}, ${String(prober.count(503))} a 503; ${String(api.spoilt)} COMMITs of the API were spoilt`);
  },
};

/** Without a key nobody can tell a repeated referral: what is stored must have been answered with a receipt, once. */
async function wrongsOfKeyless({ world }: FaultRig, prober: Prober): Promise<string[]> {
  const rows = await world.database.query<{ reference: string }>(
    'admin',
    'SELECT reference FROM referral WHERE idempotency_key IS NULL',
  );
  const stored = new Set(rows.map(({ reference }) => reference));
  const lost = prober.keyless.filter((reference) => !stored.has(reference));
  const unanswered = rows.filter(({ reference }) => !prober.keyless.includes(reference));
  return [
    ...(lost.length === 0 ? [] : [`${String(lost.length)} receipts without a key have no referral`]),
    ...(unanswered.length === 0
      ? []
      : [`${String(unanswered.length)} referrals were stored and answered with a fault`]),
  ];
}
