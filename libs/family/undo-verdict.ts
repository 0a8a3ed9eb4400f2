import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type CaseId, type Clock, DomainError } from '#domain';
import { Verdicts } from '#people';
import { CLOCK, Database } from '#platform';
import { PersonPairs } from './person-pairs.ts';

export interface UndoRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly verdictId: string;
  readonly reason: string;
}

/**
 * Takes a verdict back. It stays on the record with who took it back and why; people whom nothing else ties together are
 * apart again.
 */
@Injectable()
export class UndoVerdict {
  constructor(
    private readonly database: Database,
    private readonly pairs: PersonPairs,
    private readonly verdicts: Verdicts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, `not_allowed`, or `record_changed` where somebody was faster. */
  execute({ actor, caseId, verdictId, reason }: UndoRequest): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.verdicts.find(tx, actor.authorityId, verdictId);
      if (found === null) throw new DomainError('not_found', 'There is no verdict like this for you.');
      const pair = await this.pairs.open(tx, actor, caseId, [found.mentionId, found.otherId]);
      const at = this.clock.now();
      await this.verdicts.undo(tx, actor.authorityId, found, { by: actor, at, reason });
      await this.pairs.settle(tx, pair, { action: 'person.verdict_undone', actor, at, reason }, verdictId);
    });
  }
}
