import { describe, expect, it } from '@jest/globals';
import { figuresOf } from './torture/figures.ts';
import { randomFrom } from './torture/random.ts';
import { startTortureRig, type TortureRig } from './torture/torture-rig.ts';
import { type Killed, KILLED, type Round, TortureRound } from './torture/torture-round.ts';

/** `npm run torture -- 200` runs as many; the short run has every kind of kill once. */
const ROUNDS = Number(process.env['TORTURE_ROUNDS'] ?? '2');
const SEED = Number(process.env['TORTURE_SEED'] ?? '1');
/** Each with a server, a database and a browser of its own: what is killed in one is not killed in the others. */
const LANES = ROUNDS < 20 ? 1 : 3;
/** How long somebody types at most before a kill. */
const LONGEST_MS = ROUNDS < 20 ? 2_500 : 4_500;
const MOST_SECONDS = 5;

interface Lane {
  readonly rounds: readonly Round[];
  /** Keys of the referrals that were stored. */
  readonly stored: readonly string[];
}

describe('a referral that is killed while it is written and sent', () => {
  it(
    `loses no more than the last ${String(MOST_SECONDS)} seconds of typing and is sent once, ${String(ROUNDS)} times over`,
    async () => {
      const rigs: TortureRig[] = [];
      // One after another: a machine that starts them all at once has no time for any.
      for (let lane = 0; lane < LANES; lane += 1) rigs.push(await startTortureRig());
      const lanes = await Promise.all(rigs.map(run));
      const rounds = lanes.flatMap((lane) => lane.rounds);
      const stored = lanes.flatMap((lane) => lane.stored);
      process.stdout.write(figuresOf(rounds, stored.length));

      const losses = rounds.flatMap((round) => round.losses);
      expect(rounds).toHaveLength(ROUNDS);
      expect(losses.filter(({ isWhole, seconds }) => !isWhole || seconds > MOST_SECONDS)).toEqual([]);
      expect([...stored].sort()).toEqual(rounds.map(({ draft }) => draft).sort());
    },
    300_000 + (ROUNDS / LANES) * 60_000,
  );
});

async function run(rig: TortureRig, lane: number): Promise<Lane> {
  const random = randomFrom(SEED + lane);
  const rounds: Round[] = [];
  try {
    for (let at = lane; at < ROUNDS; at += LANES) {
      const kills = [kindAt(2 * at + lane), kindAt(2 * at + lane + 1)];
      const round = new TortureRound(rig, random, LONGEST_MS);
      rounds.push(await round.run(kills, kindAt(Math.floor(random() * KILLED.length))));
      if (LANES > 1) process.stdout.write(`${JSON.stringify({ lane, round: rounds.length, ...rounds.at(-1) })}\n`);
    }
    const stored = await rig.database.query<{ key: string }>('admin', 'SELECT idempotency_key AS key FROM referral');
    return { rounds, stored: stored.map(({ key }) => key) };
  } finally {
    await rig.close();
  }
}

function kindAt(at: number): Killed {
  return KILLED[at % KILLED.length] ?? 'tab';
}
