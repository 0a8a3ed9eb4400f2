import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import { Messages } from '#messages';
import { Database } from '#platform';
import type { Challenge } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';
import { managersOf, noticesOf } from './challenge-notices.ts';
import type { ChallengeStep } from './respond-to-challenge.ts';

export interface Ending extends ChallengeStep {
  readonly as: 'accepted' | 'withdrawn';
}

/**
 * The agency, or the front door in its name, accepts the answer it got, or takes the challenge back.
 * @throws DomainError `not_found`, `not_allowed`, or `action_not_available` where it is closed.
 */
@Injectable()
export class EndChallenge {
  constructor(
    private readonly database: Database,
    private readonly desk: ChallengeDesk,
    private readonly clocks: CaseClocks,
    private readonly messages: Messages,
  ) {}

  execute({ actor, challengeId, text, as }: Ending): Promise<Challenge> {
    return this.database.inTransaction(actor, async (tx) => {
      const wanted = { kind: 'professional', action: 'challenge.pursue' } as const;
      const { challenge, found } = await this.desk.hold(tx, actor, challengeId, wanted);
      const { stage } = challenge;
      const at = this.desk.now();
      const closed = { stage, state: as, outcome: null, closedAt: at };
      await this.desk.challenges.change(tx, actor.authorityId, challengeId, closed);
      await this.clocks.on(tx, found, 'challenge_closed', at, { subjectId: challengeId });
      const entry = { kind: as, stage, immediateRisk: false, side: 'agency', written: text, at } as const;
      await this.desk.challenges.addEntry(tx, challenge, actor, entry);
      await this.desk.record(tx, found, actor, { action: `challenge.${as}`, details: { challengeId, stage } });
      const occasion = { template: 'challenge_stage_moved', step: as, urgent: false, at } as const;
      const notices = noticesOf(challenge, [managersOf(found.queue)], { ...occasion, authorityId: actor.authorityId });
      await this.messages.queue(tx, notices);
      return this.desk.read(tx, actor, challengeId);
    });
  }
}
