import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, Case, CaseId } from '#domain';
import { Database, type Tx } from '#platform';
import type { Enquiry, ReplyNote } from './enquiry.ts';
import { EnquiryRecords } from './store/enquiry-records.ts';

/** An enquiry with word of its reply, without what the reply says. */
export interface EnquiryLine {
  readonly enquiry: Enquiry;
  readonly reply: ReplyNote | null;
}

/**
 * What was asked about the child of a case, and what has been answered or not.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class ListEnquiries {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly records: EnquiryRecords,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<EnquiryLine[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'enquiry.read');
      await this.log.viewed(tx, actor, found, { event: 'case.enquiries_viewed', by: 'enquiry.read', purpose });
      return this.of(tx, found);
    });
  }

  /** For who holds the case already, and records the look. */
  async of(tx: Tx, found: Case): Promise<EnquiryLine[]> {
    const notes = await this.records.replies.notesOf(tx, found);
    const enquiries = await this.records.enquiries.ofCase(tx, found);
    return enquiries.map((enquiry) => ({
      enquiry,
      reply: notes.find(({ enquiryId }) => enquiryId === enquiry.id) ?? null,
    }));
  }
}
