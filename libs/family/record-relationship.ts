import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Answer, type CaseId, type Clock, DomainError } from '#domain';
import { type RelationshipKind, Relationships } from '#people';
import { CLOCK, Database } from '#platform';
import { FamilyEntries, type FoundPerson, mentionAmong } from './family-entries.ts';
import { requireOwnEntry } from './require-own-entry.ts';

export interface RelationshipRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly mentionId: string;
  /** To which child; `null`: to every child of the person's referral. */
  readonly toId: string | null;
  readonly kind: RelationshipKind;
  readonly parentalResponsibility: Answer;
  readonly livesInHousehold: Answer;
  /** The entry that this one corrects. */
  readonly replaces: string | null;
  readonly reason: string;
}

/** Records what somebody is to a child, whether they hold parental responsibility and live in the household. */
@Injectable()
export class RecordRelationship {
  constructor(
    private readonly database: Database,
    private readonly entries: FamilyEntries,
    private readonly relationships: Relationships,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, `not_allowed`, `record_changed` or `validation_failed`. */
  execute({ actor, caseId, mentionId, reason, replaces, ...entry }: RelationshipRequest): Promise<string> {
    return this.database.inTransaction(actor, async (tx) => {
      const person = await this.entries.open(tx, actor, caseId, mentionId);
      requireOwnEntry(person.member.relationships, mentionId, replaces);
      if (entry.toId !== null) requireSomebodyElse(person, entry.toId);
      const at = this.clock.now();
      const recording = { by: actor, at, reason, replaces };
      const id = await this.relationships.record(tx, person.mention, { ...entry, mentionId }, recording);
      const details = { relationshipId: id, mentionId, kind: entry.kind, replaces };
      const event = { action: 'relationship.recorded', actor, at, reason, details } as const;
      await this.entries.settle(tx, person.found, [person.mention], event);
      return id;
    });
  }
}

/** @throws DomainError `not_found` or `validation_failed`. */
function requireSomebodyElse({ member, members }: FoundPerson, toId: string): void {
  if (mentionAmong(members, toId).member.id !== member.id) return;
  throw new DomainError('validation_failed', 'Nobody is related to themselves.', [
    { pointer: '/toId', message: 'Must be a mention of somebody else.' },
  ]);
}
