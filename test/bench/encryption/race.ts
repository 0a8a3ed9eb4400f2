import { median } from '../support/median.ts';
import type { Contender } from './contender.ts';
import type { Workload } from './workloads.ts';

export interface Pace {
  readonly workload: string;
  /** Transactions a second, the median of all rounds. */
  readonly plain: number;
  readonly guarded: number;
  /** Median over the rounds of protected by plain: each round has both, one right after the other. */
  readonly ratio: number;
}

export interface RaceRules {
  readonly rounds: number;
  readonly seconds: number;
  readonly writers: number;
}

let turns = 0;

/** Lets both do the same in turns, in alternating order, so that what else the machine does falls on both. */
export async function race(
  workload: Workload,
  [plain, guarded]: readonly [Contender, Contender],
  rules: RaceRules,
): Promise<Pace> {
  const rounds: { plain: number; guarded: number }[] = [];
  for (let round = 0; round < rules.rounds; round += 1) {
    const order = round % 2 === 0 ? [plain, guarded] : [guarded, plain];
    const paces = new Map<Contender, number>();
    for (const contender of order) paces.set(contender, await paceOf(workload, contender, rules));
    rounds.push({ plain: paces.get(plain) ?? Number.NaN, guarded: paces.get(guarded) ?? Number.NaN });
  }
  return {
    workload: workload.name,
    plain: median(rounds.map((round) => round.plain)),
    guarded: median(rounds.map((round) => round.guarded)),
    ratio: median(rounds.map((round) => round.guarded / round.plain)),
  };
}

async function paceOf(workload: Workload, contender: Contender, { seconds, writers }: RaceRules): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  let done = 0;
  const work = async (): Promise<void> => {
    while (performance.now() < until) {
      await workload.once(contender, turns++);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, work));
  return done / ((performance.now() - startedAt) / 1_000);
}

/** Does a workload so many times, a few at once. */
export async function repeat(workload: Workload, contender: Contender, times: number): Promise<void> {
  let left = times;
  const work = async (): Promise<void> => {
    while (left-- > 0) await workload.once(contender, turns++);
  };
  await Promise.all(Array.from({ length: 8 }, work));
}
