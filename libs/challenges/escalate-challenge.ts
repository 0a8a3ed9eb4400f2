import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import type { Actor } from '#domain';
import { Messages } from '#messages';
import { Database, type Tx } from '#platform';
import type { Challenge } from './challenge.ts';
import { ChallengeDesk, type HeldChallenge } from './challenge-desk.ts';
import { challengersOf, managersOf, noticesOf } from './challenge-notices.ts';
import type { ChallengeStep } from './respond-to-challenge.ts';
import { stageAfter } from './stages.ts';

export interface Escalation extends ChallengeStep {
  readonly immediateRisk: boolean;
  /** The stage to go to at immediate risk; `null` for the next one. */
  readonly toStage: number | null;
}

/**
 * The agency, or the front door in its name, takes a challenge to the next stage, with why; at immediate risk further up.
 * The clock of the stage starts anew.
 * @throws DomainError `not_found`, `not_allowed`, `validation_failed`, or `action_not_available` after the last stage.
 */
@Injectable()
export class EscalateChallenge {
  constructor(
    private readonly database: Database,
    private readonly desk: ChallengeDesk,
    private readonly clocks: CaseClocks,
    private readonly messages: Messages,
  ) {}

  execute(request: Escalation): Promise<Challenge> {
    const { actor, challengeId, immediateRisk, toStage } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const wanted = { kind: 'professional', action: 'challenge.pursue' } as const;
      const { challenge, found } = await this.desk.hold(tx, actor, challengeId, wanted);
      const stage = stageAfter(challenge.stage, toStage, immediateRisk);
      const at = this.desk.now();
      await this.desk.challenges.change(tx, actor.authorityId, challengeId, { ...challenge, stage });
      await this.clocks.on(tx, found, 'challenge_stage_moved', at, { subjectId: challengeId, stage });
      await this.write(tx, { challenge, found }, request, { stage, at });
      await this.tell(tx, actor, { challenge, found }, { stage, at, urgent: immediateRisk });
      return this.desk.read(tx, actor, challengeId);
    });
  }

  private async write(
    tx: Tx,
    { challenge, found }: HeldChallenge,
    { actor, challengeId, text, immediateRisk }: Escalation,
    { stage, at }: { readonly stage: number; readonly at: Date },
  ): Promise<void> {
    const entry = { kind: 'escalated', stage, immediateRisk, side: 'agency', written: text, at } as const;
    await this.desk.challenges.addEntry(tx, challenge, actor, entry);
    const details = { challengeId, fromStage: challenge.stage, stage, immediateRisk };
    await this.desk.record(tx, found, actor, { action: 'challenge.escalated', reason: text, details });
  }

  private async tell(
    tx: Tx,
    { authorityId }: Actor,
    { challenge, found }: HeldChallenge,
    { stage, at, urgent }: { readonly stage: number; readonly at: Date; readonly urgent: boolean },
  ): Promise<void> {
    const to = [managersOf(found.queue), ...challengersOf(challenge)];
    const occasion = { template: 'challenge_stage_moved', step: `stage:${String(stage)}` } as const;
    await this.messages.queue(tx, noticesOf(challenge, to, { ...occasion, authorityId, urgent, at }));
  }
}
