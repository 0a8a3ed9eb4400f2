import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import type { Challenge } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';

/**
 * Notes that a family's complaint about the use of their data was acknowledged to them.
 * @throws DomainError `not_found`, `not_allowed`, or `action_not_available` where there is none or it was done.
 */
@Injectable()
export class AcknowledgeComplaint {
  constructor(
    private readonly database: Database,
    private readonly desk: ChallengeDesk,
  ) {}

  execute(actor: Actor, challengeId: string): Promise<Challenge> {
    return this.database.inTransaction(actor, async (tx) => {
      const wanted = { kind: 'family_review', action: 'family_review.record' } as const;
      const { challenge, found } = await this.desk.hold(tx, actor, challengeId, wanted);
      const at = this.desk.now();
      if (!(await this.desk.challenges.acknowledge(tx, actor, challengeId, at))) {
        throw new DomainError('action_not_available', 'There is no complaint left to acknowledge.');
      }
      const entry = { kind: 'acknowledged', stage: 1, immediateRisk: false, side: 'front_door' } as const;
      await this.desk.challenges.addEntry(tx, challenge, actor, { ...entry, written: '', at });
      await this.desk.record(tx, found, actor, { action: 'family_review.acknowledged', details: { challengeId } });
      return this.desk.read(tx, actor, challengeId);
    });
  }
}
