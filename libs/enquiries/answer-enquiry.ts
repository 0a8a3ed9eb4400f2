import { Injectable } from '@nestjs/common';
import { type Actor, type Case, DomainError, type Fault } from '#domain';
import { profileOf } from '#nation-packs';
import { Database, type Tx } from '#platform';
import { AskedAgency } from './asked-agency.ts';
import type { Enquiry, Reply } from './enquiry.ts';
import { EnquiryDesk } from './enquiry-desk.ts';
import { repliedNotice } from './enquiry-notices.ts';
import { LearnFromReply } from './learn-from-reply.ts';
import { EnquiryRecords } from './store/enquiry-records.ts';

/** How an enquiry stands after a reply; `replayed` where the same reply had come before. */
export interface Answered {
  readonly enquiryId: string;
  readonly state: 'answered' | 'declined';
  readonly replayed: boolean;
}

/**
 * Takes an agency's reply: once, whole, with its clock, the trail, and word to whoever holds the case. The same reply
 * sent again changes nothing.
 * @throws DomainError `not_found`, `validation_failed` for an indicator that nobody knows, or `action_not_available`
 * where the enquiry was answered otherwise or withdrawn.
 */
@Injectable()
export class AnswerEnquiry {
  constructor(
    private readonly database: Database,
    private readonly desk: EnquiryDesk,
    private readonly asked: AskedAgency,
    private readonly records: EnquiryRecords,
    private readonly learn: LearnFromReply,
  ) {}

  execute(actor: Actor, enquiryId: string, reply: Reply): Promise<Answered> {
    requireKnownIndicators(actor, reply);
    const state = reply.kind === 'declined' ? 'declined' : 'answered';
    return this.database.inTransaction(actor, async (tx) => {
      const enquiry = await this.asked.find(tx, actor, enquiryId);
      await this.records.enquiries.openToAnswer(tx, enquiry.caseId);
      const found = await this.desk.holdToAnswer(tx, actor, enquiry.caseId);
      if ((await this.records.enquiries.hold(tx, actor.authorityId, enquiryId)) !== 'open') {
        await this.requireSame(tx, actor, enquiryId, reply);
        return { enquiryId, state, replayed: true };
      }
      await this.store(tx, found, { actor, enquiry, reply, state });
      return { enquiryId, state, replayed: false };
    });
  }

  private async store(
    tx: Tx,
    found: Case,
    given: {
      readonly actor: Actor;
      readonly enquiry: Enquiry;
      readonly reply: Reply;
      readonly state: Answered['state'];
    },
  ): Promise<void> {
    const { actor, enquiry, reply, state } = given;
    const { id: enquiryId, agencyId } = enquiry;
    const at = this.desk.now();
    await this.records.replies.insert(tx, enquiry, actor, { reply, at });
    await this.records.enquiries.close(tx, found, enquiryId, { state, at, withdrawn: null });
    await this.records.clocks.on(tx, found, 'enquiry_answered', at, { subjectId: enquiryId });
    const informationId = await this.learn.execute(tx, found, actor, { reply, at });
    const details = { enquiryId, agencyId, kind: reply.kind, informationId };
    await this.desk.record(tx, found, actor, { action: `enquiry.${state}`, details });
    await this.records.messages.queue(tx, [repliedNotice(found, enquiry, at)]);
  }

  private async requireSame(tx: Tx, actor: Actor, enquiryId: string, reply: Reply): Promise<void> {
    if (await this.records.replies.isSame(tx, actor.authorityId, enquiryId, reply)) return;
    throw new DomainError('action_not_available', 'This enquiry was answered or withdrawn before.');
  }
}

function requireKnownIndicators({ authorityId }: Actor, { indicators }: Reply): void {
  const known = new Set(profileOf(authorityId).nationPack.indicators.map(({ id }) => id));
  const faults = indicators.flatMap(({ id }, index): Fault[] =>
    known.has(id) ? [] : [{ pointer: `/indicators/${String(index)}/id`, message: 'Is no indicator of this nation.' }],
  );
  if (faults.length > 0) throw new DomainError('validation_failed', 'Some indicators are not known.', faults);
}
