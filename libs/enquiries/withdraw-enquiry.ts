import { Injectable } from '@nestjs/common';
import { type Actor, type CaseId, DomainError } from '#domain';
import { Database } from '#platform';
import { EnquiryDesk } from './enquiry-desk.ts';
import { EnquiryRecords } from './store/enquiry-records.ts';

export interface WithdrawalRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly enquiryId: string;
  readonly reason: string;
}

/**
 * Takes an enquiry back that nobody has answered: the agency sees nothing of the child from then on.
 * @throws DomainError `not_found`, `not_allowed`, or `action_not_available` where it is answered or withdrawn.
 */
@Injectable()
export class WithdrawEnquiry {
  constructor(
    private readonly database: Database,
    private readonly desk: EnquiryDesk,
    private readonly records: EnquiryRecords,
  ) {}

  execute({ actor, caseId, enquiryId, reason }: WithdrawalRequest): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.desk.hold(tx, actor, caseId, 'enquiry.send');
      const enquiry = await this.records.enquiries.find(tx, actor.authorityId, enquiryId);
      if (enquiry?.caseId !== found.id) throw new DomainError('not_found', 'There is no enquiry like this for you.');
      if ((await this.records.enquiries.hold(tx, actor.authorityId, enquiryId)) !== 'open') {
        throw new DomainError('action_not_available', 'This enquiry is not open any more.');
      }
      const at = this.desk.now();
      const withdrawn = { by: actor.id, byName: actor.name, reason };
      await this.records.enquiries.close(tx, found, enquiryId, { state: 'withdrawn', at, withdrawn });
      await this.records.clocks.on(tx, found, 'enquiry_withdrawn', at, { subjectId: enquiryId });
      await this.desk.record(tx, found, actor, { action: 'enquiry.withdrawn', reason, details: { enquiryId } });
    });
  }
}
