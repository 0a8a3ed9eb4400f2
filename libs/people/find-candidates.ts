import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, type Tx } from '#platform';
import { Vault } from '#vault';
import { blindKey } from './matching/blind-key.ts';
import { blockingKeysOf, isIdentifierKey } from './matching/blocking-keys.ts';
import { comparable } from './matching/comparable.ts';
import { type FamilyMember, matchFamilies } from './matching/match-families.ts';
import { MODEL_VERSION } from './matching/match-model.ts';
import { rememberedScores, type Score } from './matching/remembered-scores.ts';
import type { ScoredPair } from './matching/score-pair.ts';
import type { OpenMention } from './mentions/mention.ts';
import { Mentions } from './mentions/mentions.ts';
import { type Candidate, findSharing, type Sharing, storeCandidates, type WantedKey } from './store/candidate.query.ts';

interface Member extends FamilyMember {
  readonly mention: OpenMention;
}

interface Pair extends ScoredPair {
  readonly one: Member;
  readonly other: Member;
}

/** Referrals whose whole families are compared with those of one: about a child whom hundreds name, more say nothing new. */
const MOST_FAMILIES = 30;

/** Everybody who is looked at in a round, by the id of the mention. */
type Members = ReadonlyMap<string, Member>;

/**
 * Finds, for everybody in some referrals, mentions in other referrals of the same authority that may be of the same person,
 * and stores those in the bands *match* and *possible*. It merges nobody: a person confirms. Run twice, it changes nothing.
 */
@Injectable()
export class FindCandidates {
  constructor(
    private readonly mentions: Mentions,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, authorityId: string, referralIds: readonly string[]): Promise<void> {
    const own = membersOf(await this.mentions.openOf(tx, authorityId, referralIds));
    const keys = [...own.values()].flatMap((member) => this.keysOf(member));
    if (keys.length === 0) return;
    const sharing = await findSharing(tx, authorityId, keys);
    if (sharing.length === 0) return;
    const others = await this.othersOf(tx, authorityId, own, sharing);
    const score = rememberedScores();
    const pairs = sharing.flatMap((each) => comparedAlone(each, own, others, score));
    const families = await this.familiesOf(tx, authorityId, others, matchedReferrals(pairs));
    const inFamilies = families.flatMap(([ones, more]) => matchFamilies(ones, more, score));
    // A pair of two who are both looked for is found from either side, and stored once.
    const scored = new Map([...pairs, ...inFamilies].map(candidateOf));
    const candidates = [...scored.values()].filter(isWorthKeeping);
    await storeCandidates(tx, authorityId, candidates, { modelVersion: MODEL_VERSION, at: this.clock.now() });
  }

  /** Those that share a key. Mentions whose key was destroyed do not open and are nobody's candidate. */
  private async othersOf(tx: Tx, authorityId: string, own: Members, sharing: readonly Sharing[]): Promise<Members> {
    const ids = new Set(sharing.map(({ otherId }) => otherId).filter((id) => !own.has(id)));
    const opened = await this.mentions.open(tx, authorityId, [...ids]);
    return new Map([...own, ...membersOf([...opened.values()])]);
  }

  /** Everybody of the referrals with a match in them, who may share no key: a mother without a date who has moved. */
  private async familiesOf(
    tx: Tx,
    authorityId: string,
    known: Members,
    matched: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<(readonly [readonly Member[], readonly Member[]])[]> {
    const ids = [...new Set([...matched.values()].flatMap((others) => [...others]))];
    const further = membersOf(await this.mentions.openOf(tx, authorityId, ids, [...known.keys()]));
    const families = byReferral([...known.values(), ...further.values()]);
    const membersOfReferral = (id: string): readonly Member[] => families.get(id) ?? [];
    return [...matched].flatMap(([referralId, others]) =>
      [...others].map((id) => [membersOfReferral(referralId), membersOfReferral(id)] as const),
    );
  }

  private keysOf({ mention, person }: Member): WantedKey[] {
    return blockingKeysOf(person).map((key) => ({
      mentionId: mention.id,
      referralId: mention.referralId,
      key: blindKey(this.vault, mention.authorityId, key),
      isIdentifier: isIdentifierKey(key),
    }));
  }
}

function membersOf(mentions: readonly OpenMention[]): Members {
  return new Map(mentions.map((mention) => [mention.id, memberOf(mention)]));
}

function memberOf(mention: OpenMention): Member {
  return { mention, person: comparable(mention), mayBeNamedTwice: mention.role === 'source_of_harm' };
}

function comparedAlone({ mentionId, otherId }: Sharing, own: Members, others: Members, score: Score): Pair[] {
  const one = own.get(mentionId);
  const other = others.get(otherId);
  return one === undefined || other === undefined ? [] : [{ one, other, ...score(one.person, other.person) }];
}

/** Which referrals somebody of a referral matches somebody of, those that share most with it. */
function matchedReferrals(pairs: readonly Pair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const matched = new Map<string, Set<string>>();
  for (const { band, one, other } of pairs) {
    if (band !== 'match') continue;
    const { referralId } = one.mention;
    const others = matched.get(referralId) ?? new Set();
    if (others.size < MOST_FAMILIES) matched.set(referralId, others.add(other.mention.referralId));
  }
  return matched;
}

function byReferral(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const { referralId } = member.mention;
    const group = groups.get(referralId);
    if (group === undefined) groups.set(referralId, [member]);
    else group.push(member);
  }
  return groups;
}

type Scored = Omit<Candidate, 'band'> & Pick<ScoredPair, 'band'>;

/** The same whichever of the two is looked at: a pair is stored once, the later mention first. */
function candidateOf({ one, other, score, band, evidence }: Pair): [string, Scored] {
  const isLater = byArrival(one.mention, other.mention) > 0;
  const [later, earlier] = isLater ? [one.mention, other.mention] : [other.mention, one.mention];
  return [`${later.id} ${earlier.id}`, { mentionId: later.id, otherId: earlier.id, score, band, evidence }];
}

function isWorthKeeping(scored: Scored): scored is Candidate {
  return scored.band !== 'none';
}

function byArrival(one: OpenMention, other: OpenMention): number {
  return one.receivedAt.getTime() - other.receivedAt.getTime() || (one.id < other.id ? -1 : 1);
}
