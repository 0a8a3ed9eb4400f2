import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type CaseId, type Clock, DomainError } from '#domain';
import { Verdicts } from '#people';
import { CLOCK, Database } from '#platform';
import { PersonPairs } from './person-pairs.ts';

/** What somebody says of two mentions, from the case of one of them. */
export interface VerdictRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly mentionId: string;
  readonly otherId: string;
  readonly reason: string;
}

/**
 * Records that two mentions are one person: from then on they share a `person_id`, with everybody whom standing verdicts
 * tie to either. The unborn may be confirmed as the child that was born, a child of then as the grown-up of now.
 */
@Injectable()
export class ConfirmSamePerson {
  constructor(
    private readonly database: Database,
    private readonly pairs: PersonPairs,
    private readonly verdicts: Verdicts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, `not_allowed`, `verdict_stands` or `validation_failed`. */
  execute({ actor, caseId, mentionId, otherId, reason }: VerdictRequest): Promise<string> {
    return this.database.inTransaction(actor, async (tx) => {
      const pair = await this.pairs.open(tx, actor, caseId, [mentionId, otherId]);
      if ((await this.verdicts.between(tx, ...pair.mentions, 'different')) !== null) {
        throw new DomainError('verdict_stands', 'Somebody has said that these are different people.');
      }
      const at = this.clock.now();
      const verdictId = await this.verdicts.give(tx, pair.mentions, 'same', { by: actor, at, reason });
      await this.pairs.settle(tx, pair, { action: 'person.confirmed_same', actor, at, reason }, verdictId);
      return verdictId;
    });
  }
}
