/**
 * `npm run bench -- people [quality | estimate | lookups] [people]`: how well people are matched, and how fast, on a
 * population that is invented with the errors in `people/population/errors.data.ts`. Weights were set on seed 1 (`estimate`
 * counts them again); everything is measured on others.
 */
import { estimate } from './people/estimate.ts';
import { knownMentions } from './people/in-memory.ts';
import { type Measured, measureGrowth } from './people/growth.ts';
import { GROUPS, measureQuality, precision, recall, type Tally } from './people/quality.ts';
import { inventWorld } from './people/world.ts';
import { machine, secondsSoFar } from './support/machine.ts';
import { readable, table } from './support/table.ts';

const SET_ON = 1;
const MEASURED_ON = [4, 5] as const;
const MOST_IN_A_BLOCK = 300;
const AIMS = { precision: 0.999, recall: 0.97, medianMs: 10 };

const [part = 'all', given] = process.argv.slice(2);
const people = Number(given ?? 105_000);

console.log(`${machine()}\n`);
if (part === 'estimate') printEstimate();
if (part === 'all' || part === 'quality') for (const seed of MEASURED_ON) printQuality(seed);
if (part === 'all' || part === 'lookups')
  printTimes(await measureGrowth(given === undefined ? [100_000, 1_000_000] : [people], MEASURED_ON[0]));
console.log(`\n${secondsSoFar()}`);

function printEstimate(): void {
  const world = inventWorld(people, people / 5, SET_ON);
  const stored = [...world.stored()].map(knownMentions);
  const later = world.later.map(knownMentions);
  console.log(estimate(stored, later, SET_ON));
}

function printQuality(seed: number): void {
  const world = inventWorld(people, people / 5, seed);
  const quality = measureQuality(world, MOST_IN_A_BLOCK);
  const { all } = quality;
  console.log(
    `${readable(world.people)} people in store, ${readable(quality.lookups)} looked up, seed ${seed}; ` +
      `${readable(quality.keysEach)} keys a mention, ${readable(quality.candidatesEach)} candidates a lookup`,
  );
  const groups = GROUPS.flatMap((group) => {
    const tally = quality.tallies.get(group);
    return tally === undefined ? [] : [[group, tally] as const];
  });
  console.log(
    table(
      [
        'pairs of one person',
        'pairs',
        'candidates',
        'match: precision',
        'false',
        'recall',
        'possible: precision',
        'possible or better: recall',
      ],
      [...groups, ['all', all] as const].map(([name, tally]) => qualityRow(name, tally)),
    ),
  );
  const alone = [...quality.foundByOneKind].sort(([, one], [, other]) => other - one);
  console.log(`Found by one kind of key alone: ${alone.map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  const children = quality.tallies.get('children of both referrals') ?? all;
  console.log(
    `${met(precision(all) >= AIMS.precision)}: precision of match, everybody, at least ${AIMS.precision}\n` +
      `${met(recall(children) >= AIMS.recall)}: recall of possible or better, children of both referrals, at least ${AIMS.recall}\n` +
      `${met(recall(all) >= AIMS.recall)}: the same, everybody\n`,
  );
}

function qualityRow(name: string, tally: Tally): string[] {
  const { true: pairs, candidates, matchTrue, matchFalse, possibleTrue, possibleFalse } = tally;
  const possible = possibleTrue / (possibleTrue + possibleFalse);
  return [
    name,
    readable(pairs),
    (candidates / pairs).toFixed(4),
    precision(tally).toFixed(5),
    readable(matchFalse),
    (matchTrue / pairs).toFixed(4),
    possible.toFixed(3),
    recall(tally).toFixed(4),
  ];
}

function printTimes(rows: readonly Measured[]): void {
  console.log('\nOne referral: all its people looked up, opened, scored and stored, in a transaction of its own');
  console.log(
    table(
      ['people in store', 'median ms', 'p95 ms', 'people in it', 'median ms a person', 'empty transaction: median ms'],
      rows.map(({ people: count, timing: { medianMs, p95Ms }, empty, each }) =>
        [count, medianMs, p95Ms, each, medianMs / each, empty.medianMs].map(readable),
      ),
    ),
  );
  const last = rows.at(-1);
  if (last !== undefined)
    console.log(`${met(last.timing.medianMs < AIMS.medianMs)}: median of a whole referral under ${AIMS.medianMs} ms`);
  console.log('\nCandidates of one person by blind keys, and by pg_trgm over names in clear');
  console.log(
    table(
      [
        'people in store',
        'pairs',
        ...['keys', 'trigrams', 'either', 'proposed'].map((by) => `recall: ${by}`),
        ...['keys', 'trigrams'].map((by) => `candidates: ${by}`),
        ...['keys', 'trigrams'].flatMap((by) => [`median ms: ${by}`, `p95 ms: ${by}`]),
      ],
      rows.map(({ people: count, trigrams: found }) => [
        readable(count),
        readable(found.true),
        ...[found.byKeys, found.byTrigrams, found.byEither, found.proposed].map((by) => (by / found.true).toFixed(4)),
        ...[found.keyCandidatesEach, found.trigramCandidatesEach].map(readable),
        ...[found.keys, found.trigrams].flatMap(({ medianMs, p95Ms }) => [readable(medianMs), readable(p95Ms)]),
      ]),
    ),
  );
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'NOT met';
}
