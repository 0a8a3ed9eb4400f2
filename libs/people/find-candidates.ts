import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, type Tx } from '#platform';
import { Vault } from '#vault';
import { blindKey } from './matching/blind-key.ts';
import { blockingKeysOf, isIdentifierKey } from './matching/blocking-keys.ts';
import { comparable } from './matching/comparable.ts';
import { type FamilyMember, matchFamilies } from './matching/match-families.ts';
import { MODEL_VERSION } from './matching/match-model.ts';
import { type ScoredPair, scorePair } from './matching/score-pair.ts';
import type { OpenMention } from './mentions/mention.ts';
import { Mentions } from './mentions/mentions.ts';
import { type Candidate, findSharing, storeCandidates, type WantedKey } from './store/candidate.query.ts';

interface Member extends FamilyMember {
  readonly mention: OpenMention;
}

interface Pair extends ScoredPair {
  readonly one: Member;
  readonly other: Member;
}

/**
 * Finds, for everybody in a referral, mentions in other referrals of the same authority that may be of the same person, and
 * stores those in the bands *match* and *possible*. It merges nobody: a person confirms. Run twice, it changes nothing.
 */
@Injectable()
export class FindCandidates {
  constructor(
    private readonly mentions: Mentions,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, found: { readonly authorityId: string; readonly referralId: string }): Promise<void> {
    const { authorityId, referralId } = found;
    const own = (await this.mentions.openOf(tx, authorityId, [referralId])).map(memberOf);
    const keys = own.flatMap((member) => this.keysOf(member));
    if (keys.length === 0) return;
    const sharing = await findSharing(tx, authorityId, keys);
    const pairs = await this.comparedAlone(tx, authorityId, own, sharing);
    const families = await this.comparedInFamilies(tx, authorityId, own, pairs);
    const scored = new Map(
      [...pairs, ...families].map((pair) => [`${pair.one.mention.id} ${pair.other.mention.id}`, pair]),
    );
    const candidates = [...scored.values()].flatMap(candidateOf);
    await storeCandidates(tx, authorityId, candidates, { modelVersion: MODEL_VERSION, at: this.clock.now() });
  }

  /** Those that share a key, pair by pair. Mentions whose key was destroyed do not open and are nobody's candidate. */
  private async comparedAlone(
    tx: Tx,
    authorityId: string,
    own: readonly Member[],
    sharing: Awaited<ReturnType<typeof findSharing>>,
  ): Promise<Pair[]> {
    const ids = [...new Set(sharing.map(({ otherId }) => otherId))];
    const opened = await this.mentions.open(tx, authorityId, ids);
    const others = new Map([...opened].map(([id, mention]) => [id, memberOf(mention)]));
    return sharing.flatMap(({ mentionId, otherId }) => {
      const one = own.find(({ mention }) => mention.id === mentionId);
      const other = others.get(otherId);
      return one === undefined || other === undefined ? [] : [{ one, other, ...scorePair(one.person, other.person) }];
    });
  }

  /** Everybody of the referrals with a match in them, who may share no key: a mother without a date who has moved. */
  private async comparedInFamilies(
    tx: Tx,
    authorityId: string,
    own: readonly Member[],
    pairs: readonly Pair[],
  ): Promise<Pair[]> {
    const matched = pairs.flatMap(({ band, other }) => (band === 'match' ? [other.mention.referralId] : []));
    const ids = [...new Set(matched)];
    const members = (await this.mentions.openOf(tx, authorityId, ids)).map(memberOf);
    return ids.flatMap((id) =>
      matchFamilies(
        own,
        members.filter(({ mention }) => mention.referralId === id),
      ),
    );
  }

  private keysOf({ mention, person }: Member): WantedKey[] {
    return blockingKeysOf(person).map((key) => ({
      mentionId: mention.id,
      key: blindKey(this.vault, mention.authorityId, key),
      isIdentifier: isIdentifierKey(key),
    }));
  }
}

function memberOf(mention: OpenMention): Member {
  return { mention, person: comparable(mention), mayBeNamedTwice: mention.role === 'source_of_harm' };
}

/** The same whichever of the two is looked at: a pair is stored once, the later mention first. */
function candidateOf({ one, other, score, band, evidence }: Pair): Candidate[] {
  if (band === 'none') return [];
  const isLater = byArrival(one.mention, other.mention) > 0;
  const [later, earlier] = isLater ? [one.mention, other.mention] : [other.mention, one.mention];
  return [{ mentionId: later.id, otherId: earlier.id, score, band, evidence }];
}

function byArrival(one: OpenMention, other: OpenMention): number {
  return one.receivedAt.getTime() - other.receivedAt.getTime() || (one.id < other.id ? -1 : 1);
}
