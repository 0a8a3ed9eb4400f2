import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type CaseId, type Clock, DomainError } from '#domain';
import { type NewResidence, Residences } from '#people';
import { CLOCK, Database } from '#platform';
import { FamilyEntries } from './family-entries.ts';
import { requireOwnEntry } from './require-own-entry.ts';

export interface ResidenceRequest extends NewResidence {
  readonly actor: Actor;
  readonly caseId: CaseId;
  /** The entry that this one corrects. */
  readonly replaces: string | null;
  readonly reason: string;
}

/** Records where somebody lives or lived, since when and until when, and whether nobody outside may learn of it. */
@Injectable()
export class RecordResidence {
  constructor(
    private readonly database: Database,
    private readonly entries: FamilyEntries,
    private readonly residences: Residences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, `not_allowed`, `record_changed` or `validation_failed`. */
  execute({ actor, caseId, reason, replaces, ...entry }: ResidenceRequest): Promise<string> {
    requireOrder(entry);
    return this.database.inTransaction(actor, async (tx) => {
      const { found, member, mention } = await this.entries.open(tx, actor, caseId, entry.mentionId);
      requireOwnEntry(member.residences, mention.id, replaces);
      const at = this.clock.now();
      const id = await this.residences.record(tx, mention, entry, { by: actor, at, reason, replaces });
      const details = { residenceId: id, mentionId: mention.id, secret: entry.addressSecret, replaces };
      // Why somebody moved may say where to: the trail of a child is handed out to their family.
      const event = { action: 'residence.recorded', actor, at, reason: null, details } as const;
      await this.entries.settle(tx, found, [mention], event);
      return id;
    });
  }
}

function requireOrder({ since, until }: NewResidence): void {
  if (since === null || until === null || since <= until) return;
  throw new DomainError('validation_failed', 'Somebody moved out before they moved in.', [
    { pointer: '/until', message: 'Must not be before `since`.' },
  ]);
}
