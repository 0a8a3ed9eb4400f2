import { MATCH_MODEL } from '../../../libs/people/matching/match-model.data.ts';
import { agreementsOf } from '../../../libs/people/matching/score-pair.ts';
import { type Random, random } from '../support/random.ts';
import { readable, table } from '../support/table.ts';
import type { KnownMention } from './in-memory.ts';

const STRANGERS = 400_000;
const KINDS = ['same', 'relatives', 'strangers'] as const;
type Kind = (typeof KINDS)[number];

type Mentions = readonly (readonly KnownMention[])[];

/** How often each level of each field is seen among pairs that are known to be of one person, of relatives, of strangers. */
export function estimate(stored: Mentions, later: Mentions, seed: number): string {
  const counts: Counts = new Map();
  countFamilies(counts, stored.flat(), later.flat());
  countStrangers(counts, stored.flat(), later.flat(), random(seed));
  return table(['of a thousand pairs', ...KINDS, 'in the model'], rowsOf(counts));
}

type Counts = Map<string, Record<Kind, number>>;

function countFamilies(counts: Counts, stored: readonly KnownMention[], later: readonly KnownMention[]): void {
  const households = new Map<number, KnownMention[]>();
  for (const mention of stored) {
    const { household } = mention.person;
    households.set(household, [...(households.get(household) ?? []), mention]);
  }
  for (const one of later) {
    for (const other of households.get(one.person.household) ?? [])
      count(counts, one.person.id === other.person.id ? 'same' : 'relatives', one, other);
  }
}

function countStrangers(
  counts: Counts,
  stored: readonly KnownMention[],
  later: readonly KnownMention[],
  from: Random,
): void {
  for (let drawn = 0; drawn < STRANGERS; drawn += 1) {
    const one = later[from.below(later.length)];
    const other = stored[from.below(stored.length)];
    if (one === undefined || other === undefined || one.person.household === other.person.household) continue;
    count(counts, 'strangers', one, other);
  }
}

function count(counts: Counts, kind: Kind, one: KnownMention, other: KnownMention): void {
  for (const { field, level } of agreementsOf(one.view, other.view)) {
    for (const key of [`${field} ${level}`, field]) {
      const found = counts.get(key) ?? { same: 0, relatives: 0, strangers: 0 };
      found[kind] += 1;
      counts.set(key, found);
    }
  }
}

function rowsOf(counts: Counts): string[][] {
  return Object.entries(MATCH_MODEL.fields).flatMap(([field, levels]) =>
    Object.entries(levels as Readonly<Record<string, readonly number[]>>).map(([level, inModel]) => {
      const found = counts.get(`${field} ${level}`);
      const all = counts.get(field);
      const shares = KINDS.map((kind) => (1_000 * (found?.[kind] ?? 0)) / Math.max(1, all?.[kind] ?? 0));
      return [`${field} ${level}`, ...shares.map(readable), inModel.join(' / ')];
    }),
  );
}
