import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { Messages, type NewNotice } from '#messages';
import { authorityIds } from '#nation-packs';
import { CLOCK, Database } from '#platform';
import { claimLateEnquiries, type LateEnquiry } from './store/late-enquiries.query.ts';

/** In one transaction: a reminder is small, and another worker takes what is left. */
const MOST_AT_ONCE = 50;

/**
 * Reminds agencies of what they were asked: once when half of their time has passed, once when it has run out. Whatever
 * a stopped service missed is caught up; of an enquiry that ran out meanwhile only that is told.
 */
@Injectable()
export class NudgeAgencies {
  constructor(
    private readonly database: Database,
    private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    for (const authorityId of authorityIds()) {
      while ((await this.round(authorityId)) === MOST_AT_ONCE);
    }
  }

  /** How many it told. */
  private round(authorityId: string): Promise<number> {
    const at = this.clock.now();
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const late = await claimLateEnquiries(tx, authorityId, at, MOST_AT_ONCE);
      await this.messages.queue(
        tx,
        late.map((each) => noticeOf(authorityId, each, at)),
      );
      return late.length;
    });
  }
}

function noticeOf(
  authorityId: string,
  { id, caseId, referralId, agencyId, isOverdue }: LateEnquiry,
  at: Date,
): NewNotice {
  const template = isOverdue ? 'enquiry_overdue' : 'enquiry_nudge';
  return {
    ...{ authorityId, template, to: { kind: 'agency', agencyId }, referralId, caseId, subjectId: id },
    ...{ urgent: isOverdue, dedupeKey: `${template}:${id}`, at },
  };
}
