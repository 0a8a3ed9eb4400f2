import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import { localDateOf } from '#deadlines';
import { type Actor, type Case, type CaseId, DomainError } from '#domain';
import { Messages } from '#messages';
import { Database, type Tx } from '#platform';
import { acknowledgeBy } from './acknowledge-by.ts';
import type { AskingWay, Challenge, FamilyAsker, ReviewGrounds } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';
import { managersOf, noticesOf } from './challenge-notices.ts';
import { requireDecided } from './require-decided.ts';

export interface ReviewRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly askedBy: FamilyAsker;
  readonly askedHow: AskingWay;
  readonly grounds: ReviewGrounds;
  readonly text: string;
  readonly complaint: boolean;
}

/**
 * Records that a family asks for a review of the decision, in the name of somebody who has no account. A complaint about
 * the use of their data is to be acknowledged within 30 days.
 * @throws DomainError `not_found`, `not_allowed`, or `action_not_available` where nothing is decided or a review is open.
 */
@Injectable()
export class RequestFamilyReview {
  constructor(
    private readonly database: Database,
    private readonly desk: ChallengeDesk,
    private readonly clocks: CaseClocks,
    private readonly messages: Messages,
  ) {}

  execute(request: ReviewRequest): Promise<Challenge> {
    const { actor, caseId } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.desk.holdCase(tx, actor, caseId, 'family_review.record');
      if (await this.desk.challenges.hasOpen(tx, found.id, 'family_review')) {
        throw new DomainError('action_not_available', 'A review of this decision is under way already.');
      }
      const review = await this.store(tx, found, request);
      const occasion = { template: 'family_review_requested', step: 'requested', urgent: false } as const;
      const { authorityId } = actor;
      const notices = noticesOf(review, [managersOf(found.queue)], { ...occasion, authorityId, at: review.openedAt });
      await this.messages.queue(tx, notices);
      return review;
    });
  }

  private async store(tx: Tx, found: Case, request: ReviewRequest): Promise<Challenge> {
    const { actor, askedBy, askedHow, grounds, text, complaint } = request;
    const decisionId = requireDecided(found);
    const { id: caseId, referralId } = found;
    const id = randomUUID();
    const at = this.desk.now();
    await this.desk.challenges.insert(tx, actor.authorityId, {
      ...{ id, caseId, referralId, decisionId, kind: 'family_review', agencyId: null, stage: 1 },
      ...{ grounds, askedBy, askedHow, complaint },
      acknowledgeBy: complaint ? acknowledgeBy(localDateOf(at.getTime())) : null,
      ...{ openedBy: actor.id, openedByName: actor.name, openedAt: at },
    });
    await this.clocks.on(tx, found, 'family_review_requested', at, { subjectId: id });
    const review = await this.desk.read(tx, actor, id);
    const entry = { kind: 'opened', stage: 1, immediateRisk: false, side: 'family', written: text, at } as const;
    await this.desk.challenges.addEntry(tx, review, actor, entry);
    const details = { challengeId: id, decisionId, grounds, askedBy, askedHow, complaint };
    await this.desk.record(tx, found, actor, { action: 'family_review.requested', reason: text, details });
    return review;
  }
}
