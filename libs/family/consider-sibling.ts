import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type CaseId, type Clock, DomainError, SETTLED_STATES } from '#domain';
import { CLOCK, Database } from '#platform';
import { FamilyEntries } from './family-entries.ts';
import type { Member } from './member.ts';
import { type ConsiderationOutcome, Considerations } from './store/considerations.ts';

export interface ConsiderationRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  /** The sibling, by any mention. */
  readonly mentionId: string;
  readonly outcome: ConsiderationOutcome;
  readonly reason: string;
}

/** Records what should happen about a brother or sister, with why. It may be said anew; the latest counts. */
@Injectable()
export class ConsiderSibling {
  constructor(
    private readonly database: Database,
    private readonly entries: FamilyEntries,
    private readonly considerations: Considerations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, `not_allowed` or `validation_failed`. */
  execute({ actor, caseId, mentionId, outcome, reason }: ConsiderationRequest): Promise<string> {
    return this.database.inTransaction(actor, async (tx) => {
      const { found, member, mention } = await this.entries.open(tx, actor, caseId, mentionId);
      requireSibling(member);
      if (outcome === 'already_open') requireOpenCase(member);
      const at = this.clock.now();
      const by = { consideredBy: actor.id, consideredByName: actor.name, consideredAt: at };
      const id = await this.considerations.insert(tx, found, { siblingId: mention.id, outcome, reason, ...by });
      const details = { considerationId: id, siblingId: mention.id, outcome };
      await this.entries.note(tx, found, [mention], { action: 'sibling.considered', actor, at, reason, details });
      return id;
    });
  }
}

function requireSibling({ part }: Member): void {
  if (part === 'sibling') return;
  throw new DomainError('validation_failed', 'Only brothers and sisters are considered.', [
    { pointer: '/mentionId', message: 'Must be a brother or sister of the child.' },
  ]);
}

function requireOpenCase({ cases }: Member): void {
  if (cases.some(({ state }) => !SETTLED_STATES.includes(state))) return;
  throw new DomainError('validation_failed', 'There is no open case of this child.', [
    { pointer: '/outcome', message: 'No case of this child is open.' },
  ]);
}
