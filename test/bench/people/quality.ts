import { matchFamilies } from '../../../libs/people/matching/match-families.ts';
import { scorePair, type ScoredPair } from '../../../libs/people/matching/score-pair.ts';
import { Blocks, type KnownMention, knownMentions } from './in-memory.ts';
import type { World } from './world.ts';

/** Which pairs are counted together: what a referral says of a child is more than what it says of a grown-up. */
export const GROUPS = [
  'children of both referrals',
  'born of unborn',
  'children, once only listed',
  'grown-ups, named twice',
  'not named once',
] as const;
type Group = (typeof GROUPS)[number];

/** Pairs of a mention that is looked up and one in store. */
export interface Tally {
  /** Of one person. */
  true: number;
  /** Of those, the ones that share a key, or stand in a referral with a match in it. */
  candidates: number;
  matchTrue: number;
  matchFalse: number;
  possibleTrue: number;
  possibleFalse: number;
}

export interface Quality {
  readonly tallies: ReadonlyMap<Group, Tally>;
  readonly all: Tally;
  readonly lookups: number;
  readonly candidatesEach: number;
  readonly keysEach: number;
  /** True pairs that one kind of key alone finds, by kind. */
  readonly foundByOneKind: ReadonlyMap<string, number>;
}

/** As the service does, but from memory: what is found, and what of it is true. */
export function measureQuality(world: World, mostInABlock: number): Quality {
  const stored = [...world.stored()].map((referral, number) => knownMentions(referral, number));
  const blocks = new Blocks();
  const byPerson = new Map<number, KnownMention[]>();
  for (const mention of stored.flat()) {
    blocks.add(mention);
    byPerson.set(mention.person.id, [...(byPerson.get(mention.person.id) ?? []), mention]);
  }
  const count = new Count();
  for (const [number, referral] of world.later.entries()) {
    const own = knownMentions(referral, -1 - number);
    const found = lookUp(own, stored, blocks, { mostInABlock, count });
    for (const mention of own) count.add(mention, byPerson.get(mention.person.id) ?? [], found.get(mention) ?? NOTHING);
  }
  return count.result(blocks.keysEach);
}

type Found = Map<KnownMention, ScoredPair>;

const NOTHING: Found = new Map();

function lookUp(
  own: readonly KnownMention[],
  stored: readonly (readonly KnownMention[])[],
  blocks: Blocks,
  { mostInABlock, count }: { readonly mostInABlock: number; readonly count: Count },
): ReadonlyMap<KnownMention, Found> {
  const found = new Map<KnownMention, Found>();
  const matched = new Set<number>();
  for (const mention of own) {
    const scored: Found = new Map();
    found.set(mention, scored);
    for (const [other, kinds] of blocks.sharing(mention, mostInABlock)) {
      const pair = scorePair(mention.view, other.view);
      scored.set(other, pair);
      if (pair.band === 'match') matched.add(other.referral);
      count.sharing(mention, other, kinds);
    }
  }
  for (const referral of matched) {
    for (const pair of matchFamilies(own.map(memberOf), (stored[referral] ?? []).map(memberOf)))
      found.get(pair.one.mention)?.set(pair.other.mention, pair);
  }
  return found;
}

function memberOf(mention: KnownMention) {
  return { mention, person: mention.view, mayBeNamedTwice: false };
}

class Count {
  private readonly tallies = new Map<Group, Tally>();
  private readonly oneKind = new Map<string, number>();
  private lookups = 0;
  private pairs = 0;

  sharing(mention: KnownMention, other: KnownMention, kinds: ReadonlySet<string>): void {
    this.pairs += 1;
    const [kind, another] = [...kinds];
    if (kind === undefined || another !== undefined || mention.person.id !== other.person.id) return;
    this.oneKind.set(kind, (this.oneKind.get(kind) ?? 0) + 1);
  }

  add(mention: KnownMention, sames: readonly KnownMention[], found: Found): void {
    this.lookups += 1;
    for (const same of sames) {
      const tally = this.of(groupOf(mention, same));
      tally.true += 1;
      if (found.has(same)) tally.candidates += 1;
    }
    for (const [other, { band }] of found) {
      if (band === 'none') continue;
      this.of(groupOf(mention, other))[`${band}${mention.person.id === other.person.id ? 'True' : 'False'}`] += 1;
    }
  }

  result(keysEach: number): Quality {
    const all = none();
    for (const tally of this.tallies.values())
      for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tally[key];
    const candidatesEach = this.pairs / this.lookups;
    return {
      tallies: this.tallies,
      all,
      lookups: this.lookups,
      candidatesEach,
      keysEach,
      foundByOneKind: this.oneKind,
    };
  }

  private of(group: Group): Tally {
    const tally = this.tallies.get(group) ?? none();
    this.tallies.set(group, tally);
    return tally;
  }
}

function groupOf(one: KnownMention, other: KnownMention): Group {
  if (one.isUnborn || other.isUnborn) return 'born of unborn';
  if (!one.isNamed || !other.isNamed) return 'not named once';
  if (one.isChild && other.isChild) return 'children of both referrals';
  const isYoung = one.person.part === 'child' && other.person.part === 'child';
  return isYoung ? 'children, once only listed' : 'grown-ups, named twice';
}

function none(): Tally {
  return { true: 0, candidates: 0, matchTrue: 0, matchFalse: 0, possibleTrue: 0, possibleFalse: 0 };
}

/** Of what is called so, the share that is so. */
export function precision({ matchTrue, matchFalse }: Tally): number {
  return matchTrue / (matchTrue + matchFalse);
}

/** Of what is so, the share in the band *possible* or better. */
export function recall({ true: all, matchTrue, possibleTrue }: Tally): number {
  return (matchTrue + possibleTrue) / all;
}
