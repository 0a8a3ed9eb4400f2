import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseGate } from '#case-access';
import { type Actor, type Case, type CaseId, DomainError } from '#domain';
import { RetriageRequests } from '#history';
import type { OpenMention } from '#people';
import type { Tx } from '#platform';
import type { Member } from './member.ts';
import { SiblingCheck, type StandingMember } from './sibling-check.ts';
import { type FamilyEvent, trailEntries } from './trail-entries.ts';

/** A person of the family, spoken of by one mention. */
export interface FoundPerson {
  readonly found: Case;
  readonly member: StandingMember;
  readonly mention: OpenMention;
  readonly members: readonly StandingMember[];
}

/** The way to the people of a family for everyone who records something about them. */
@Injectable()
export class FamilyEntries {
  constructor(
    private readonly gate: CaseGate,
    private readonly siblings: SiblingCheck,
    private readonly retriage: RetriageRequests,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `not_found` or `not_allowed`. */
  openCase(tx: Tx, actor: Actor, caseId: CaseId): Promise<Case> {
    return this.gate.read(tx, actor, caseId, 'family.record');
  }

  /** @throws DomainError `not_found` for somebody who does not show in this family, or `not_allowed`. */
  async open(tx: Tx, actor: Actor, caseId: CaseId, mentionId: string): Promise<FoundPerson> {
    const found = await this.openCase(tx, actor, caseId);
    const { members } = await this.siblings.read(tx, actor, found);
    const { member, mention } = mentionAmong(members, mentionId);
    return { found, member, mention, members };
  }

  /** What was recorded goes to the trail, and the case is triaged again: it may now count as related to others. */
  async settle(tx: Tx, found: Case, mentions: readonly OpenMention[], event: FamilyEvent): Promise<void> {
    await this.retriage.ask(tx, found, 'information_added');
    await this.note(tx, found, mentions, event);
  }

  async note(tx: Tx, found: Case, mentions: readonly OpenMention[], event: FamilyEvent): Promise<void> {
    await this.audit.append(tx, trailEntries(found, mentions, event));
  }
}

/** @throws DomainError `not_found`. */
export function mentionAmong<Person extends Member>(
  members: readonly Person[],
  mentionId: string,
): { readonly member: Person; readonly mention: OpenMention } {
  for (const member of members) {
    const of = member.mentions.find(({ mention }) => mention.id === mentionId);
    if (of !== undefined) return { member, mention: of.mention };
  }
  throw new DomainError('not_found', 'There is no person like this for you.');
}
