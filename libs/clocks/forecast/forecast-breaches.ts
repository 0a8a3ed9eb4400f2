import { drawGamma, drawWait, seeded } from './random-draws.ts';

/** A case that waits for a decision, in the order in which the worklist has them. */
export interface QueuedCase {
  readonly queue: string;
  /** Working hours until it is due; null where it is not due within the time asked for. */
  readonly hoursLeft: number | null;
  /** It has run out already: worked on, but no breach to come. */
  readonly overdue: boolean;
}

/** How fast the team decides: so many decisions in so many working hours. */
export interface Pace {
  readonly decisions: number;
  readonly workingHours: number;
}

export interface BreachForecast {
  readonly expected: number;
  /** Eight times in ten the number lies within: the tenth and the ninetieth part of what the simulation gave. */
  readonly low: number;
  readonly high: number;
  /** That there will be one at all, from 0 to 1. */
  readonly chanceOfAny: number;
  /** Most first; queues without any are left out. */
  readonly byQueue: readonly { readonly queue: string; readonly expected: number }[];
}

/** Enough for an interval that does not jump; fewer for a long queue, where a single case matters less. */
const MOST_DRAWS = 1_000;
const LEAST_DRAWS = 100;
const MOST_STEPS = 1_000_000;

/**
 * How many cases will run out before they are decided. The team's pace is not known but estimated: a gamma distribution
 * after the decisions seen (Jeffreys' prior), and from it decisions come at random, one case after the other in the order
 * given. Pure: the same input gives the same forecast.
 */
export function forecastBreaches(cases: readonly QueuedCase[], pace: Pace): BreachForecast {
  const last = cases.findLastIndex(({ hoursLeft, overdue }) => hoursLeft !== null && !overdue);
  const line = cases.slice(0, last + 1);
  const draws = Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, Math.floor(MOST_STEPS / Math.max(line.length, 1))));
  const random = seeded(line.length + 1);
  const perQueue = new Map<string, number>();
  const totals: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) totals.push(breachesOfOneDraw(line, pace, random, perQueue));
  totals.sort((a, b) => a - b);
  return {
    expected: rounded(sum(totals) / draws),
    low: totals[Math.floor(draws * 0.1)] ?? 0,
    high: totals[Math.ceil(draws * 0.9) - 1] ?? 0,
    chanceOfAny: rounded(totals.filter((total) => total > 0).length / draws),
    byQueue: [...perQueue]
      .map(([queue, total]) => ({ queue, expected: rounded(total / draws) }))
      .sort((a, b) => b.expected - a.expected || a.queue.localeCompare(b.queue)),
  };
}

function breachesOfOneDraw(
  line: readonly QueuedCase[],
  { decisions, workingHours }: Pace,
  random: () => number,
  perQueue: Map<string, number>,
): number {
  const perHour = drawGamma(random, decisions + 0.5) / Math.max(workingHours, 1);
  let hours = 0;
  let breaches = 0;
  for (const { queue, hoursLeft, overdue } of line) {
    hours += drawWait(random) / perHour;
    if (overdue || hoursLeft === null || hours <= hoursLeft) continue;
    breaches += 1;
    perQueue.set(queue, (perQueue.get(queue) ?? 0) + 1);
  }
  return breaches;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
