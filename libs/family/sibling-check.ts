import { Injectable } from '@nestjs/common';
import type { Actor, Case } from '#domain';
import type { RelatedCase } from '#people';
import type { Tx } from '#platform';
import { FamilyPictures } from './family-picture.ts';
import type { Member } from './member.ts';
import { siblingStanding, type SiblingStanding } from './siblings.ts';
import { Considerations } from './store/considerations.ts';
import type { FamilyCase } from './store/family-case.ts';

/** A person of the family, and of a brother or sister whether anybody thought of them. */
export type StandingMember = Member & { readonly standing: SiblingStanding | null };

interface StandingPicture {
  readonly members: readonly StandingMember[];
  readonly cases: readonly FamilyCase[];
}

/** Whether anybody forgot the brothers and sisters. */
@Injectable()
export class SiblingCheck {
  constructor(
    private readonly pictures: FamilyPictures,
    private readonly considerations: Considerations,
  ) {}

  /** `given`: the related cases, where they have been read already. */
  async read(tx: Tx, actor: Actor, found: Case, given?: readonly RelatedCase[]): Promise<StandingPicture> {
    const picture = await this.pictures.read(tx, actor, found, given);
    const considerations = await this.considerations.ofCase(tx, found);
    const members = picture.members.map((member) => ({
      ...member,
      standing: member.part === 'sibling' ? siblingStanding(member, found, considerations) : null,
    }));
    return { ...picture, members };
  }

  /** How many siblings, as far as they show to this person, nobody has considered in this case. */
  async countWaiting(tx: Tx, actor: Actor, found: Case): Promise<number> {
    const { members } = await this.read(tx, actor, found);
    return members.filter(({ standing }) => standing?.state === 'waiting').length;
  }
}
