import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Messages } from '#messages';
import { Database } from '#platform';
import type { Challenge } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';
import { challengersOf, noticesOf } from './challenge-notices.ts';
import { FIRST_MANAGERS_STAGE } from './stages.ts';

export interface ChallengeStep {
  readonly actor: Actor;
  readonly challengeId: string;
  readonly text: string;
}

/**
 * The front door's answer at the stage where the challenge stands; the agency accepts it or goes on.
 * @throws DomainError `not_found`, `not_allowed` from the managers' stage on for others, or `action_not_available`.
 */
@Injectable()
export class RespondToChallenge {
  constructor(
    private readonly database: Database,
    private readonly desk: ChallengeDesk,
    private readonly messages: Messages,
  ) {}

  execute({ actor, challengeId, text }: ChallengeStep): Promise<Challenge> {
    return this.database.inTransaction(actor, async (tx) => {
      const wanted = { kind: 'professional', action: 'challenge.respond' } as const;
      const { challenge, found } = await this.desk.hold(tx, actor, challengeId, wanted);
      const { stage } = challenge;
      if (stage >= FIRST_MANAGERS_STAGE && !actor.roles.includes('manager')) {
        throw new DomainError('not_allowed', 'At this stage a manager answers.');
      }
      const at = this.desk.now();
      const entry = { kind: 'response', stage, immediateRisk: false, side: 'front_door', written: text, at } as const;
      await this.desk.challenges.addEntry(tx, challenge, actor, entry);
      await this.desk.record(tx, found, actor, { action: 'challenge.responded', details: { challengeId, stage } });
      const occasion = { template: 'challenge_stage_moved', step: `answered:${at.toISOString()}` } as const;
      const told = { ...occasion, authorityId: actor.authorityId, urgent: false, at };
      await this.messages.queue(tx, noticesOf(challenge, challengersOf(challenge), told));
      return challenge;
    });
  }
}
