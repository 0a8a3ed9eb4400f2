import { secondsSoFar } from '../support/machine.ts';
import { readable } from '../support/table.ts';
import { Filler, type StoredReferral } from './fill.ts';
import { type Timing, timeEmpty, timeReferrals } from './lookups.ts';
import { type PeopleDatabase, startPeopleDatabase } from './people-database.ts';
import { compareTrigrams, type TrigramComparison } from './trigrams.ts';
import { inventWorld, type World } from './world.ts';

export interface Measured {
  readonly people: number;
  readonly timing: Timing;
  /** A transaction that asks for nothing: what the machine was busy with besides. */
  readonly empty: Timing;
  /** People in one referral. */
  readonly each: number;
  readonly trigrams: TrigramComparison;
}

const LOOKUPS = 600;
const WARM_UP = 50;
const COMPARED = 150;

/** The same lookups at each of these numbers of people, in one database that grows. */
export async function measureGrowth(sizes: readonly number[], seed: number): Promise<Measured[]> {
  const bench = await startPeopleDatabase();
  try {
    await new Filler(bench).prepare();
    // Not everybody in a household is named in a referral.
    const world = inventWorld(Math.ceil(Math.max(...sizes) * 1.12), LOOKUPS, seed);
    const referrals = world.stored()[Symbol.iterator]();
    const mentionsOf = new Map<number, string[]>();
    const measured: Measured[] = [];
    for (const size of sizes) {
      await fillTo(size, bench, referrals, mentionsOf);
      console.log(`${readable(mentionsOf.size)} people stored after ${secondsSoFar()}`);
      measured.push({ people: mentionsOf.size, ...(await measureNow(bench, world, mentionsOf)) });
    }
    return measured;
  } finally {
    await bench.stop();
  }
}

async function fillTo(
  size: number,
  bench: PeopleDatabase,
  referrals: ReturnType<ReturnType<World['stored']>[typeof Symbol.iterator]>,
  mentionsOf: Map<number, string[]>,
): Promise<void> {
  const filler = new Filler(bench);
  // The indexes of the largest table rest meanwhile, which takes half the time.
  for (const text of WITHOUT_INDEXES) await bench.admin.query(text);
  while (mentionsOf.size < size) {
    const next = referrals.next();
    if (next.done === true) break;
    for (const { mentionId, person } of (await filler.add(next.value)).people)
      mentionsOf.set(person, [...(mentionsOf.get(person) ?? []), mentionId]);
  }
  await filler.flush();
  for (const text of WITH_INDEXES) await bench.admin.query(text);
}

const WITHOUT_INDEXES = ['ALTER TABLE person_key DROP CONSTRAINT person_key_pkey', 'DROP INDEX person_key_of_mention'];
const WITH_INDEXES = [
  'ALTER TABLE person_key ADD PRIMARY KEY (key, mention_id) INCLUDE (authority_id)',
  'CREATE INDEX person_key_of_mention ON person_key (mention_id)',
];

/** Those who are looked up are in store for the time of the measurement only. */
async function measureNow(
  bench: PeopleDatabase,
  world: World,
  mentionsOf: ReadonlyMap<number, readonly string[]>,
): Promise<Omit<Measured, 'people'>> {
  const { admin } = bench;
  const filler = new Filler(bench);
  const later: StoredReferral[] = [];
  for (const referral of world.later) later.push(await filler.add(referral));
  await filler.flush();
  await admin.query('CREATE INDEX clear_name_trigrams ON clear_name USING gin (name gin_trgm_ops)');
  await admin.query('VACUUM ANALYZE person_mention, person_key, record_key, clear_name');
  await timeReferrals(bench, later.slice(0, WARM_UP));
  const timing = await timeReferrals(bench, later.slice(WARM_UP));
  const empty = await timeEmpty(bench, later.length);
  const trigrams = await compareTrigrams(bench, later.slice(0, COMPARED), mentionsOf);
  const each = later.reduce((sum, { people }) => sum + people.length, 0) / later.length;
  await admin.query('TRUNCATE person_candidate');
  for (const text of REMOVE) await admin.query(text, [later.map(({ id }) => id)]);
  await admin.query('DROP INDEX clear_name_trigrams');
  return { timing, empty, each, trigrams };
}

const OF_THESE = '(SELECT id FROM person_mention WHERE referral_id = ANY($1))';
const REMOVE = [
  `DELETE FROM clear_name WHERE mention_id IN ${OF_THESE}`,
  `DELETE FROM person_key WHERE mention_id IN ${OF_THESE}`,
  'DELETE FROM person_mention WHERE referral_id = ANY($1)',
  'DELETE FROM record_key WHERE referral_id = ANY($1)',
];
