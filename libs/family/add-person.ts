import { Inject, Injectable } from '@nestjs/common';
import type { Actor, CaseId, Clock } from '#domain';
import { Relationships } from '#people';
import { CLOCK, Database } from '#platform';
import { AddedPeople, type NewPerson } from './added-people.ts';
import { FamilyEntries } from './family-entries.ts';

export interface NewPersonRequest extends NewPerson {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly reason: string;
}

/** Adds somebody of whom the referral did not speak: the partner nobody named, a sibling who lives elsewhere. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly database: Database,
    private readonly entries: FamilyEntries,
    private readonly people: AddedPeople,
    private readonly relationships: Relationships,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the mention. @throws DomainError `not_found`, `not_allowed` or `action_not_available`. */
  execute(request: NewPersonRequest): Promise<string> {
    const { actor, caseId, reason, kind, parentalResponsibility, livesInHousehold } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.entries.openCase(tx, actor, caseId);
      const at = this.clock.now();
      const mention = await this.people.add(tx, found, request, at);
      const entry = { mentionId: mention.id, toId: null, kind, parentalResponsibility, livesInHousehold };
      await this.relationships.record(tx, mention, entry, { by: actor, at, reason, replaces: null });
      const details = { mentionId: mention.id, kind };
      await this.entries.settle(tx, found, [mention], { action: 'person.added', actor, at, reason, details });
      return mention.id;
    });
  }
}
