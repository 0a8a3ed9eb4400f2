import { random } from '../bench/support/random.ts';
import { checkEverything } from './check/check-everything.ts';
import type { Receipts } from './check/findings.ts';
import { type FaultRig, PATIENCE_MS } from './fault-rig.ts';
import { pause } from './pause.ts';
import { Lives } from './recovery.ts';
import { countsOf, type Row } from './report.ts';
import { type Backend, type Scenario, type Stage, USUAL_LOAD } from './scenario.ts';

interface Run {
  readonly backend: Backend;
  readonly seed: number;
  readonly faults: number;
  readonly isLong: boolean;
}

/** How the rig stood before the scenario: a rig may have served others. */
interface Before {
  readonly faults: number;
  readonly away: number;
  readonly retries: number;
  readonly refused: number;
  readonly receipts: Receipts;
  readonly startedAt: number;
}

/** One scenario on a rig that may serve others after it: load, faults, rest, and then the checker. */
export async function runScenario(scenario: Scenario, rig: FaultRig, run: Run): Promise<Row> {
  const before = standingOf(rig);
  const wrong: string[] = [];
  const remarks: string[] = [];
  const load = scenario.load ?? USUAL_LOAD;
  rig.client.start(load.senders, load.pauseMs);
  rig.deciders.start(load.deciders);
  await scenario.run(stageOf(rig, run, { before, wrong, remarks })).finally(async () => {
    await Promise.all([rig.client.stop(), rig.deciders.stop()]);
  });
  const settledMs = await rig.settled(PATIENCE_MS).catch((error: unknown) => {
    // What processes said last is for people, on standard error.
    process.stderr.write(`${String(error)}\n`);
    wrong.push(`not at rest within ${String(PATIENCE_MS)} ms`);
    return null;
  });
  const receipts = since(rig.receipts(), before.receipts);
  const findings = await checkEverything(rig.world, rig.build, receipts);
  const refused = rig.client.refused.slice(before.refused).map((what) => `refused: ${what}`);
  const { fault, name, what } = scenario;
  return {
    ...{ fault, name, what, backend: run.backend, seeds: [run.seed], unfinished: 0, missing: null },
    faults: rig.faults.at.length - before.faults,
    retries: rig.client.retries - before.retries,
    ...countsOf(findings, [...wrong, ...refused]),
    ...(await timesOf(scenario, rig, before)),
    settled: settledMs === null ? [] : [settledMs / 1000],
    seconds: (Date.now() - before.startedAt) / 1000,
    remarks,
  };
}

async function timesOf(scenario: Scenario, rig: FaultRig, before: Before) {
  const serving = rig.faults.away.slice(before.away).map((ms) => ms / 1000);
  if (scenario.movesClocks === true) return { recovery: [], serving, toProposal: [] };
  const lives = await Lives.of(rig.world.database);
  const recovery = lives.recovery(rig.faults.at.slice(before.faults));
  return { recovery, serving, toProposal: lives.toProposal(before.startedAt) };
}

function standingOf(rig: FaultRig): Before {
  const { faults, client } = rig;
  const counts = { faults: faults.at.length, away: faults.away.length };
  const receipts = rig.receipts();
  return { ...counts, retries: client.retries, refused: client.refused.length, receipts, startedAt: Date.now() };
}

function since(now: Receipts, before: Receipts): Receipts {
  return {
    referrals: now.referrals.slice(before.referrals.length),
    decisions: now.decisions.slice(before.decisions.length),
    told: now.told,
  };
}

interface Notes {
  readonly before: Before;
  readonly wrong: string[];
  readonly remarks: string[];
}

function stageOf(rig: FaultRig, { seed, faults, isLong }: Run, { before, wrong, remarks }: Notes): Stage {
  const counted = (): number => rig.faults.at.length - before.faults;
  return {
    ...{ rig, faults, isLong, random: random(seed) },
    cause: async (fault) => {
      rig.faults.note();
      await fault();
    },
    servedAgainAfter: (ms) => rig.faults.away.push(ms),
    wrong: (what) => wrong.push(what),
    remark: (what) => remarks.push(what),
    untilFaults: async (wanted, withinMs) => {
      const until = performance.now() + withinMs;
      while (counted() < wanted) {
        if (performance.now() > until) {
          remarks.push(`only ${String(counted())} of ${String(wanted)} faults in ${String(withinMs / 1000)} s`);
          return;
        }
        await pause(20);
      }
    },
  };
}
