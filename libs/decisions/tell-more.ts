import { Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import { type Actor, type Case, DomainError, SETTLED_STATES } from '#domain';
import { CaseRepository, SentReferrals } from '#intake';
import { requireAllowed } from '#case-access';
import { Messages, type NewNotice } from '#messages';
import { Database, type Tx } from '#platform';
import { committedInformation } from './committed.ts';
import { InformationDesk } from './information-desk.ts';

export interface MoreToTell {
  readonly actor: Actor;
  readonly reference: string;
  readonly text: string;
}

/**
 * The sender of a referral tells more, in words: it is put to every child of it who is not decided about, the rules look
 * again, and whoever holds the case is told.
 * @throws DomainError `not_found`, also for a referral that is not the reader's to see; `action_not_available` where
 * everything is decided.
 */
@Injectable()
export class TellMore {
  constructor(
    private readonly database: Database,
    private readonly sent: SentReferrals,
    private readonly cases: CaseRepository,
    private readonly desk: InformationDesk,
    private readonly messages: Messages,
  ) {}

  execute({ actor, reference, text }: MoreToTell): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const { cases } = await this.sent.open(tx, { actor, reference, purpose: null });
      const open = cases.filter(({ state }) => !SETTLED_STATES.includes(state));
      if (open.length === 0) throw new DomainError('action_not_available', 'Everything in this referral is decided.');
      for (const { id } of open) {
        const held = await this.cases.findForUpdate(tx, actor.authorityId, id);
        await this.add(tx, requireAllowed(held, actor, 'attachment.add'), actor, text);
      }
    });
  }

  private async add(tx: Tx, found: Case, actor: Actor, note: string): Promise<void> {
    const recordedAt = this.desk.now();
    const information = {
      ...({ facts: {}, note, source: 'referrer', learnedOn: localDateOf(recordedAt.getTime()), recordedAt } as const),
      ...{ recordedBy: actor.id, recordedByName: actor.name },
    };
    const added = await this.desk.information.add(tx, found, information);
    await this.desk.changed(tx, found, actor, {
      action: 'information.added',
      because: 'information_added',
      reason: null,
      details: { informationId: added.id, source: 'referrer', facts: [], hasNote: true },
      record: committedInformation(added),
    });
    await this.messages.queue(tx, [noticeOf(found, added.id, recordedAt)]);
  }
}

/** To whoever holds the case; where nobody does, to the social workers of its queue. */
function noticeOf(found: Case, subjectId: string, at: Date): NewNotice {
  return {
    authorityId: found.authorityId,
    template: 'sender_told_more',
    to:
      found.claimedBy === null
        ? { kind: 'role', role: 'social_worker', queue: found.queue }
        : { kind: 'person', personId: found.claimedBy },
    ...{ referralId: found.referralId, caseId: found.id, subjectId },
    urgent: found.urgency === 'red',
    dedupeKey: `sender_told_more:${subjectId}`,
    at,
  };
}
