import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#domain';
import { Verdicts } from '#people';
import { CLOCK, Database } from '#platform';
import type { VerdictRequest } from './confirm-same-person.ts';
import { PersonPairs } from './person-pairs.ts';

/** Records that two mentions are two people, however alike they are: they stop counting as one family through them. */
@Injectable()
export class SayDifferentPeople {
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
      const [one, two] = pair.mentions;
      if (one.personId === two.personId) {
        throw new DomainError('verdict_stands', 'Somebody has said that these are one person.');
      }
      const at = this.clock.now();
      const verdictId = await this.verdicts.give(tx, pair.mentions, 'different', { by: actor, at, reason });
      await this.pairs.settle(tx, pair, { action: 'person.said_different', actor, at, reason }, verdictId);
      return verdictId;
    });
  }
}
