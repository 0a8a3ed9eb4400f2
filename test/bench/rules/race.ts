import { median } from '../support/median.ts';
import type { Contender } from './contender.ts';

export interface Timing {
  readonly contender: Contender;
  /** Median over the rounds. */
  readonly microsecondsACase: number;
}

/** Long enough that the clock and the start do not show, short enough for many rounds. */
const ROUND_MILLISECONDS = 150;
const ROUNDS = 15;

async function milliseconds(contender: Contender, count: number): Promise<number> {
  const startedAt = performance.now();
  const sum = await contender.run(count);
  const took = performance.now() - startedAt;
  if (!Number.isFinite(sum)) throw new RangeError(`${contender.name} did not decide its cases.`);
  return took;
}

/** How many cases fill a round, found by doubling, which also lets the engine's compiler finish its work. */
async function casesForRound(contender: Contender): Promise<number> {
  let count = contender.atOnce ?? 1;
  for (;;) {
    const took = await milliseconds(contender, count);
    if (took >= ROUND_MILLISECONDS / 2) return count;
    count *= 2;
  }
}

/**
 * Times all contenders in one run, in rounds in which each has its turn, so that a busy machine slows all alike. The
 * order turns from round to round.
 */
export async function race(contenders: readonly Contender[]): Promise<readonly Timing[]> {
  const runners: { contender: Contender; count: number; times: number[] }[] = [];
  for (const contender of contenders) {
    runners.push({ contender, count: await casesForRound(contender), times: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % runners.length;
    for (const runner of [...runners.slice(first), ...runners.slice(0, first)]) {
      runner.times.push((await milliseconds(runner.contender, runner.count)) / runner.count);
    }
  }
  return runners.map(({ contender, times }) => ({ contender, microsecondsACase: median(times) * 1000 }));
}
