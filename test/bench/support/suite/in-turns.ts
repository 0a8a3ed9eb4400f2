import { watchForeignCpu } from './foreign-cpu.ts';
import type { Aim, Figure } from './figure.ts';

/** What one round of one contender came to, by the names of its figures. */
export type Sample = Readonly<Record<string, number>>;

/** One of those that are compared: does its work once, for as long as a round lasts, and says what it came to. */
export type Contenders = Readonly<Record<string, (round: number) => Promise<Sample>>>;

/** The samples of all rounds. Each round holds every contender, one right after the other. */
export class Turns {
  constructor(
    private readonly group: string,
    private readonly samples: Readonly<Record<string, readonly Sample[]>>,
    /** Share of the processors that others used, of each round; `null` where nobody can say. */
    readonly foreignCpu: readonly (number | null)[],
  ) {}

  /** One figure of one contender over all rounds. */
  figure(contender: string, name: string, unit: string, aim: Aim | null = null): Figure {
    return { group: this.group, name: `${contender}: ${name}`, unit, rounds: this.values(contender, name), aim };
  }

  /** What two contenders came to in the same round, the first divided by the second. */
  ratio(of: string, over: string, name: string, aim: Aim | null = null): Figure {
    const below = this.values(over, name);
    const rounds = this.values(of, name).map((value, round) => value / (below[round] ?? Number.NaN));
    return { group: this.group, name: `${name}: ${of} / ${over}`, unit: 'ratio', rounds, aim };
  }

  private values(contender: string, name: string): number[] {
    const samples = this.samples[contender];
    if (samples === undefined) throw new RangeError(`Nobody called “${contender}” took part in “${this.group}”.`);
    return samples.map((sample) => sample[name] ?? Number.NaN);
  }
}

/**
 * Lets all contenders work in turns, in an order that moves on by one each round, so that what else the machine does falls
 * on all of them. Progress goes to standard error.
 */
export async function inTurns(group: string, contenders: Contenders, rounds: number): Promise<Turns> {
  const entries = Object.entries(contenders);
  const samples: Record<string, Sample[]> = Object.fromEntries(entries.map(([name]) => [name, []]));
  const foreignCpu: (number | null)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const foreign = watchForeignCpu();
    for (const [name, work] of turned(entries, round)) {
      const sample = await work(round);
      samples[name]?.push(sample);
      say(`${group}, round ${String(round + 1)} of ${String(rounds)}, ${name}: ${inWords(sample)}`);
    }
    foreignCpu.push(foreign());
  }
  return new Turns(group, samples, foreignCpu);
}

function turned<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

function inWords(sample: Sample): string {
  return Object.entries(sample)
    .map(([name, value]) => `${name} ${String(Number(value.toPrecision(4)))}`)
    .join(', ');
}

/** One line of progress: a bench takes minutes, and standard output is for its figures. */
export function say(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
