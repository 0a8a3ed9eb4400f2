import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import type { Actor, Case, Clock } from '#domain';
import {
  findCandidatesOf,
  findMentionIds,
  findRelatedCases,
  groupMentions,
  Mentions,
  type OpenMention,
  type RelatedCase,
  Relationships,
  Residences,
  Verdicts,
} from '#people';
import { CLOCK, type Tx } from '#platform';
import type { Belonging, Member } from './member.ts';
import { partOf } from './part-of.ts';
import type { FamilyCase } from './store/family-case.ts';
import { findFamilyCases } from './store/family-cases.query.ts';

/** One child's family as the reader may see it. */
export interface FamilyPicture {
  /** The child first, then brothers and sisters, other children, grown-ups; each by their names' first mention. */
  readonly members: readonly Member[];
  /** Every case of it that shows, the child's own among them. */
  readonly cases: readonly FamilyCase[];
}

/** How many referrals of one family are drawn together, the newest first. */
const MOST_REFERRALS = 50;
const PARTS = ['child', 'sibling', 'other_child', 'adult'] as const;

type Belongings = ReadonlyMap<string, Belonging>;

/**
 * Draws the family of a case: everybody in the child's own referral and in those that count as about the same child or
 * their siblings so far. Nothing of a record that is closed to the reader is in it, by row-level security and by the
 * access policy, and nothing says that it is missing.
 */
@Injectable()
export class FamilyPictures {
  constructor(
    private readonly mentions: Mentions,
    private readonly relationships: Relationships,
    private readonly residences: Residences,
    private readonly verdicts: Verdicts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `given`: the related cases, where they have been read already. */
  async read(tx: Tx, actor: Actor, found: Case, given?: readonly RelatedCase[]): Promise<FamilyPicture> {
    const related = given ?? (await findRelatedCases(tx, found));
    const close = related.filter(({ relatedBy }) => ['child', 'sibling'].includes(relatedBy));
    const belongings = belongingsOf(found, close);
    const cases = await findFamilyCases(tx, actor, [...belongings.keys()].slice(0, MOST_REFERRALS));
    const visible = [...new Set(cases.map(({ referralId }) => referralId))];
    const open = await this.mentions.open(tx, found.authorityId, await findMentionIds(tx, visible));
    const newestFirst = [...open.values()].sort(byArrival(found));
    const groups = await this.grouped(tx, found, newestFirst, close);
    const members = await this.membersOf(tx, found, groups, { belongings, cases });
    return { members: PARTS.flatMap((part) => members.filter((member) => member.part === part)), cases };
  }

  private async grouped(
    tx: Tx,
    found: Case,
    mentions: readonly OpenMention[],
    close: readonly RelatedCase[],
  ): Promise<OpenMention[][]> {
    const ids = mentions.map(({ id }) => id);
    const matches = (await findCandidatesOf(tx, ids)).filter(({ band }) => band === 'match');
    const told = (await this.verdicts.about(tx, found.authorityId, ids)).filter(
      ({ verdict, undone }) => verdict === 'different' && undone === null,
    );
    const pairOf = ({ mentionId, otherId }: { mentionId: string; otherId: string }) => [mentionId, otherId] as const;
    return groupMentions(mentions, [...matches.map(pairOf), ...exactly(found, mentions, close)], told.map(pairOf));
  }

  private async membersOf(
    tx: Tx,
    found: Case,
    groups: readonly OpenMention[][],
    of: { readonly belongings: Belongings; readonly cases: readonly FamilyCase[] },
  ): Promise<Member[]> {
    const ids = groups.flat().map(({ id }) => id);
    const relationships = await this.relationships.of(tx, found.authorityId, ids);
    const residences = await this.residences.of(tx, found.authorityId, ids);
    const onDate = localDateOf(this.clock.now().getTime());
    const children = groups.find((group) => group.some(({ caseId }) => caseId === found.id)) ?? [];
    const childIds = children.map(({ id }) => id);
    return groups.map((mentions) => {
      const own = new Set(mentions.map(({ id }) => id));
      const entries = relationships.filter(({ mentionId }) => own.has(mentionId));
      return {
        ...spokenOf(mentions, of.belongings),
        part: partOf({ mentions, relationships: entries }, childIds, onDate),
        relationships: entries,
        residences: residences.filter(({ mentionId }) => own.has(mentionId)),
        cases: of.cases.filter(({ id }) => mentions.some(({ caseId }) => caseId === id)),
      };
    });
  }
}

/** Every referral of the picture by how it came into it; the child's own first, then the newest. */
function belongingsOf(found: Case, close: readonly RelatedCase[]): Belongings {
  const belongings = new Map<string, Belonging>([[found.referralId, 'reported']]);
  for (const { referralId, certainty } of close) {
    const before = belongings.get(referralId);
    if (before === undefined || (before === 'likely' && certainty === 'confirmed')) {
      belongings.set(referralId, certainty === 'confirmed' ? 'confirmed' : 'likely');
    }
  }
  return belongings;
}

/** Those of the child's own referral first: by them people are spoken of. */
function byArrival({ referralId }: Case): (one: OpenMention, other: OpenMention) => number {
  const isOwn = (mention: OpenMention) => (mention.referralId === referralId ? 0 : 1);
  return (one, other) =>
    isOwn(one) - isOwn(other) ||
    other.receivedAt.getTime() - one.receivedAt.getTime() ||
    one.role.localeCompare(other.role) ||
    one.position - other.position;
}

/** The child and the children whom an exact identifier says to be the same. */
function exactly(
  found: Case,
  mentions: readonly OpenMention[],
  close: readonly RelatedCase[],
): (readonly [string, string])[] {
  const child = mentions.find(({ caseId }) => caseId === found.id);
  const same = new Set(close.filter(({ relatedBy }) => relatedBy === 'child').map(({ caseId }) => caseId as string));
  const alike = mentions.filter(({ caseId }) => caseId !== null && same.has(caseId));
  return child === undefined ? [] : alike.map(({ id }) => [child.id, id] as const);
}

function spokenOf(
  mentions: readonly OpenMention[],
  belongings: Belongings,
): Pick<Member, 'id' | 'belonging' | 'mentions'> {
  const [first] = mentions;
  if (first === undefined) throw new Error('A group has a mention.');
  const known = (mention: OpenMention): Belonging => belongings.get(mention.referralId) ?? 'likely';
  return {
    id: first.id,
    belonging:
      (['reported', 'confirmed'] as const).find((each) => mentions.some((one) => known(one) === each)) ?? 'likely',
    mentions: mentions.map((mention) => ({ mention, belonging: inGroup(mention, first, known(mention)) })),
  };
}

/** A mention that nobody said to be of this person is merely like them, whatever its referral is. */
function inGroup(mention: OpenMention, first: OpenMention, belonging: Belonging): Belonging {
  if (mention.personId !== first.personId) return 'likely';
  return mention.id === first.id || belonging === 'reported' ? belonging : 'confirmed';
}
