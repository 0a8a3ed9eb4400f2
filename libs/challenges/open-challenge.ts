import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import { type Actor, type Case, DomainError } from '#domain';
import { SentReferrals } from '#intake';
import { Messages } from '#messages';
import { Database, type Tx } from '#platform';
import type { Challenge, ChallengeGrounds } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';
import { challengersOf, managersOf, noticesOf } from './challenge-notices.ts';
import { requireDecided } from './require-decided.ts';
import { stageAfter } from './stages.ts';

export interface ChallengeRequest {
  readonly actor: Actor;
  readonly reference: string;
  /** Which case; `null` where the referral has only one. */
  readonly caseReference: string | null;
  readonly grounds: ChallengeGrounds;
  readonly text: string;
  readonly immediateRisk: boolean;
  /** The stage to begin with at immediate risk; `null` for the first. */
  readonly toStage: number | null;
}

/**
 * Opens a professional challenge to a decision: by the agency that referred, or by the front door for that agency when it
 * called. The clock of the first stage starts.
 * @throws DomainError `not_found`, `not_allowed`, `validation_failed`, or `action_not_available` where nothing is
 * decided or a challenge is open.
 */
@Injectable()
export class OpenChallenge {
  constructor(
    private readonly database: Database,
    private readonly sent: SentReferrals,
    private readonly desk: ChallengeDesk,
    private readonly clocks: CaseClocks,
    private readonly messages: Messages,
  ) {}

  execute(request: ChallengeRequest): Promise<Challenge> {
    const { actor, reference, immediateRisk, toStage } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const { cases } = await this.sent.open(tx, { actor, reference, purpose: null });
      const { id: caseId } = chosenFrom(cases, request.caseReference);
      const found = await this.desk.holdCase(tx, actor, caseId, 'challenge.open');
      const stage = stageAfter(0, toStage, immediateRisk);
      const challenge = await this.store(tx, found, request, stage);
      const onBehalf = actor.agencyId !== found.agencyId;
      const told = [managersOf(found.queue), ...(onBehalf ? challengersOf(challenge) : [])];
      const occasion = { template: 'challenge_opened', step: 'opened', urgent: immediateRisk } as const;
      const { authorityId } = actor;
      await this.messages.queue(tx, noticesOf(challenge, told, { ...occasion, authorityId, at: challenge.openedAt }));
      return challenge;
    });
  }

  private async store(tx: Tx, found: Case, request: ChallengeRequest, stage: number): Promise<Challenge> {
    const { actor, grounds, text, immediateRisk } = request;
    const decisionId = requireDecided(found);
    if (await this.desk.challenges.hasOpen(tx, found.id, 'professional')) {
      throw new DomainError('action_not_available', 'This decision is being challenged already.');
    }
    const at = this.desk.now();
    const { id: caseId, referralId, agencyId } = found;
    const id = randomUUID();
    const nothingOfFamily = { askedBy: null, askedHow: null, complaint: false, acknowledgeBy: null };
    await this.desk.challenges.insert(tx, actor.authorityId, {
      ...{ id, caseId, referralId, decisionId, kind: 'professional', agencyId, grounds, stage },
      ...nothingOfFamily,
      ...{ openedBy: actor.id, openedByName: actor.name, openedAt: at },
    });
    await this.clocks.on(tx, found, 'challenge_opened', at, { subjectId: id, stage });
    const challenge = await this.desk.read(tx, actor, id);
    const entry = { kind: 'opened', stage, immediateRisk, side: 'agency', written: text, at } as const;
    await this.desk.challenges.addEntry(tx, challenge, actor, entry);
    const onBehalf = actor.agencyId !== agencyId;
    const details = { challengeId: id, decisionId, grounds, stage, immediateRisk, onBehalf };
    await this.desk.record(tx, found, actor, { action: 'challenge.opened', reason: text, details });
    return challenge;
  }
}

function chosenFrom(cases: readonly Case[], reference: string | null): Case {
  const chosen =
    reference === null && cases.length === 1 ? cases[0] : cases.find((each) => each.reference === reference);
  if (chosen !== undefined) return chosen;
  throw new DomainError('validation_failed', 'Say which child it is about.', [
    { pointer: '/caseReference', message: 'Must be the reference of a case of this referral.' },
  ]);
}
