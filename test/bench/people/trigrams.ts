import type { StoredReferral } from './fill.ts';
import { type Timing, timingOf } from './lookups.ts';
import type { PeopleDatabase } from './people-database.ts';

export interface TrigramComparison {
  /** Pairs of one person, both named. */
  readonly true: number;
  readonly byKeys: number;
  readonly byTrigrams: number;
  readonly byEither: number;
  /** Those that the service then proposed as *match* or *possible*. */
  readonly proposed: number;
  readonly keyCandidatesEach: number;
  readonly trigramCandidatesEach: number;
  readonly keys: Timing;
  readonly trigrams: Timing;
}

/**
 * The candidates of single people by their blind keys, and by a trigram index over names in clear, which the service does not
 * have. Of the trigram index the hundred most alike, as a search box would take them.
 */
export async function compareTrigrams(
  { admin }: PeopleDatabase,
  later: readonly StoredReferral[],
  mentionsOf: ReadonlyMap<number, readonly string[]>,
): Promise<TrigramComparison> {
  const keyTimes: number[] = [];
  const trigramTimes: number[] = [];
  const count = { true: 0, byKeys: 0, byTrigrams: 0, byEither: 0, proposed: 0, keyCandidates: 0, trigramCandidates: 0 };
  const named = later.flatMap(({ people }) => people).filter(({ name }) => name !== '');
  for (const { mentionId, person, name } of named) {
    const keys = await timed(keyTimes, () =>
      admin.query<{ id: string }>({ name: 'keys', text: BY_KEYS, values: [mentionId] }),
    );
    const like = await timed(trigramTimes, () =>
      admin.query<{ id: string }>({ name: 'like', text: BY_TRIGRAMS, values: [name] }),
    );
    const stored = await admin.query<{ id: string }>({ name: 'stored', text: PROPOSED, values: [mentionId] });
    const proposed = new Set(stored.rows.map(({ id }) => id));
    const byKeys = new Set(keys.rows.map(({ id }) => id));
    const byTrigrams = new Set(like.rows.map(({ id }) => id));
    count.keyCandidates += byKeys.size;
    count.trigramCandidates += byTrigrams.size;
    for (const same of mentionsOf.get(person) ?? []) {
      count.true += 1;
      if (byKeys.has(same)) count.byKeys += 1;
      if (byTrigrams.has(same)) count.byTrigrams += 1;
      if (proposed.has(same)) count.proposed += 1;
      if (byKeys.has(same) || byTrigrams.has(same)) count.byEither += 1;
    }
  }
  return {
    ...count,
    keyCandidatesEach: count.keyCandidates / named.length,
    trigramCandidatesEach: count.trigramCandidates / named.length,
    keys: timingOf(keyTimes),
    trigrams: timingOf(trigramTimes),
  };
}

const BY_KEYS = `SELECT DISTINCT other.mention_id AS id FROM person_key own
  JOIN person_key other ON other.key = own.key AND other.mention_id <> own.mention_id WHERE own.mention_id = $1`;

const PROPOSED = 'SELECT other_id AS id FROM person_candidate WHERE mention_id = $1';

const BY_TRIGRAMS = `SELECT mention_id AS id FROM clear_name WHERE name % $1 ORDER BY similarity(name, $1) DESC LIMIT 100`;

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
}
