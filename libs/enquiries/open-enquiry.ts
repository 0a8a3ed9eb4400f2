import { Injectable } from '@nestjs/common';
import { type AccessPurpose, mayDo } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import { type Actor, type Case, type CaseId, DomainError } from '#domain';
import { Database, type Tx } from '#platform';
import type { Reply } from './enquiry.ts';
import { EnquiryDesk } from './enquiry-desk.ts';
import type { EnquiryLine } from './list-enquiries.ts';
import { EnquiryRecords } from './store/enquiry-records.ts';

export interface OpenedEnquiry extends EnquiryLine {
  readonly content: Reply | null;
}

export interface EnquiryQuestion {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly enquiryId: string;
  readonly purpose: AccessPurpose | null;
}

/**
 * One enquiry with what was answered. A reply counts as read once somebody who works on cases has opened it; an auditor
 * or a practitioner who looks reads nothing for the front door.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class OpenEnquiry {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly desk: EnquiryDesk,
    private readonly records: EnquiryRecords,
    private readonly log: AccessLog,
  ) {}

  execute({ actor, caseId, enquiryId, purpose }: EnquiryQuestion): Promise<OpenedEnquiry> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'enquiry.read');
      const enquiry = await this.records.enquiries.find(tx, actor.authorityId, enquiryId);
      if (enquiry?.caseId !== found.id) throw new DomainError('not_found', 'There is no enquiry like this for you.');
      const content = await this.records.replies.find(tx, found, enquiryId);
      if (content !== null) await this.markRead(tx, actor, found, enquiryId);
      await this.log.viewed(tx, actor, found, { event: 'case.enquiries_viewed', by: 'enquiry.read', purpose });
      const notes = await this.records.replies.notesOf(tx, found);
      return { enquiry, content, reply: notes.find((note) => note.enquiryId === enquiryId) ?? null };
    });
  }

  private async markRead(tx: Tx, actor: Actor, found: Case, enquiryId: string): Promise<void> {
    if (mayDo(actor, 'enquiry.send', found) !== 'allowed') return;
    if (!(await this.records.replies.markRead(tx, actor, enquiryId, this.desk.now()))) return;
    await this.desk.record(tx, found, actor, { action: 'enquiry.reply_read', details: { enquiryId } });
  }
}
