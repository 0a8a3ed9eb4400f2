import { setImmediate as nextTurn } from 'node:timers/promises';
import fc, { type AsyncCommand, type Parameters, type Scheduler } from 'fast-check';
import { checkHistory, checkTiming } from '../check/check-history.ts';
import { evidenceOf, timingOf } from '../check/evidence.ts';
import type { Defences } from '../service/defences.ts';
import type { Sizes } from '../service/parts.ts';
import { SimService } from '../service/sim-service.ts';
import { ANY_COMMAND, type Service } from './commands.ts';
import { settle, SimulatedService } from './simulated-service.ts';

/** What histories added up to, so that nobody takes idle ones for a proof. */
export interface Totals {
  histories: number;
  steps: number;
  acknowledged: number;
  replays: number;
  proposals: number;
  decisions: number;
  handedOver: number;
  sealed: number;
  /** Longest from the last fault to rest, in simulated milliseconds. */
  slowestMs: number;
}

export function noTotals(): Totals {
  return {
    ...{ histories: 0, steps: 0, acknowledged: 0, replays: 0, proposals: 0, decisions: 0, handedOver: 0, sealed: 0 },
    slowestMs: 0,
  };
}

/**
 * After the last fault, everything is proposed or handed to a person, and sealed, within this simulated time: what ended its
 * workers again and again is held for half a minute at last.
 */
const REST_WITHIN_MS = 90_000;

const sizes: fc.Arbitrary<Sizes> = fc.record({
  submissions: fc.constantFrom(1, 4),
  claims: fc.constantFrom(1, 4, 8),
  proposals: fc.constantFrom(1, 4, 8),
});

/** Every history keeps the invariants. Seed and path of fast-check replay one to the letter. */
function historyProperty(defences: Defences, totals: Totals) {
  return fc.asyncProperty(
    fc.scheduler(),
    fc.commands(ANY_COMMAND, { maxCommands: 30, size: 'max' }),
    sizes,
    async (scheduler, commands, sized) => {
      const broken = await runHistory({ scheduler, commands, sized }, defences, totals);
      if (broken.length > 0) throw new Error(broken.join('\n'));
    },
  );
}

interface History {
  readonly scheduler: Scheduler;
  readonly commands: Iterable<AsyncCommand<object, Service>>;
  readonly sized: Sizes;
}

async function runHistory({ scheduler, commands, sized }: History, defences: Defences, totals: Totals) {
  const service = new SimService(scheduler, defences, sized);
  const real = new SimulatedService(service, scheduler);
  await fc.asyncModelRun(() => ({ model: {}, real }), commands);
  // Buffers are given back by the event loop, which nothing else here ever returns to.
  await nextTurn();
  const restMs = await settle(service, scheduler, REST_WITHIN_MS);
  const evidence = evidenceOf(service);
  count(totals, evidence, restMs, scheduler);
  const late = restMs > REST_WITHIN_MS ? [`I2 nothing stranded: no rest within ${REST_WITHIN_MS} ms`] : [];
  return [...late, ...checkHistory(evidence), ...checkTiming(timingOf(service))];
}

function count(totals: Totals, evidence: ReturnType<typeof evidenceOf>, restMs: number, scheduler: Scheduler) {
  const stored = evidence.told.map(({ answer }) => answer).filter((answer) => answer.status === 'stored');
  totals.histories += 1;
  totals.steps += scheduler.report().length;
  totals.acknowledged += stored.length;
  totals.replays += stored.filter(({ isReplay }) => isReplay).length;
  totals.proposals += evidence.runs.length;
  totals.decisions += evidence.decisions.length;
  totals.handedOver += evidence.cases.filter(({ triageFailure }) => triageFailure !== null).length;
  totals.sealed += evidence.leaves.length;
  totals.slowestMs = Math.max(totals.slowestMs, restMs);
}

/** How a run of histories went. */
export interface Simulated {
  readonly totals: Totals;
  /** Histories until the first that broke an invariant; `null` when none did. */
  readonly brokenAfter: number | null;
  /** With the seed, replays the history that broke; `null` when none did. */
  readonly path: string | null;
  /** What broke, and how to replay it; `null` when nothing did. */
  readonly report: string | null;
}

export async function simulate(
  defences: Defences,
  given: Pick<Parameters, 'seed' | 'numRuns' | 'path' | 'endOnFailure'>,
): Promise<Simulated> {
  const totals = noTotals();
  const run = await fc.check(historyProperty(defences, totals), given);
  if (!run.failed) return { totals, brokenAfter: null, path: null, report: null };
  // How it was made short cannot be replayed, the history itself can, and is made short again.
  const path = run.counterexamplePath?.split(':')[0] ?? '0';
  const shortest = await fc.asyncDefaultReportMessage(run);
  const broken = run.errorInstance instanceof Error ? run.errorInstance.message : 'It did not end.';
  const again = `Again: npm run simulate -- --seed ${run.seed} --path ${path}`;
  return { totals, brokenAfter: run.numRuns, path, report: [shortest, broken, again].join('\n') };
}
