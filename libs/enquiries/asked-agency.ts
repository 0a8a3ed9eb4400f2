import { Injectable } from '@nestjs/common';
import { type AccessPurpose, mayDo } from '#access-policy';
import { AuditTrail } from '#audit';
import { localDateOf } from '#deadlines';
import { type Actor, DomainError } from '#domain';
import { mayShareWith } from '#nation-packs';
import { Database, type Tx } from '#platform';
import type { Enquiry } from './enquiry.ts';
import { EnquiryDesk } from './enquiry-desk.ts';
import { type AskedLine, type AskedQuestion, EnquiryRepository } from './store/enquiry.repository.ts';

/** The enquiries of an agency, as the agency sees them. */
@Injectable()
export class AskedAgency {
  constructor(
    private readonly database: Database,
    private readonly desk: EnquiryDesk,
    private readonly enquiries: EnquiryRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What it was asked, without a word about children. */
  list(actor: Actor, asked: AskedQuestion): Promise<AskedLine[]> {
    return this.database.inTransaction(actor, (tx) =>
      this.enquiries.ofAgency(tx, actor.authorityId, actor.agencyId ?? '', asked),
    );
  }

  /**
   * One open enquiry with as much of the child as was shared; the look is recorded.
   * @throws DomainError `not_found`, also for an enquiry to another agency, `sharing_agreement_expired`, or
   * `action_not_available` where it is not open any more.
   */
  read(actor: Actor, enquiryId: string, purpose: AccessPurpose | null): Promise<Enquiry> {
    return this.database.inTransaction(actor, async (tx) => {
      const enquiry = await this.find(tx, actor, enquiryId);
      if (enquiry.state !== 'open') {
        throw new DomainError(
          'action_not_available',
          'This enquiry is closed: what it said of the child is not shown.',
        );
      }
      this.requireAgreement(actor);
      const { caseId, referralId } = enquiry;
      const details = { relation: 'asked', purpose, enquiryId };
      const about = { actor, occurredAt: this.desk.now(), caseId, referralId };
      await this.audit.append(tx, [{ ...about, action: 'enquiry.viewed', details }]);
      return enquiry;
    });
  }

  /** @throws DomainError `not_found` for an enquiry that is none of this agency's. */
  async find(tx: Tx, actor: Actor, enquiryId: string): Promise<Enquiry> {
    const enquiry = await this.enquiries.find(tx, actor.authorityId, enquiryId);
    const scope = { authorityId: actor.authorityId, agencyId: (enquiry?.agencyId ?? null) as Actor['agencyId'] };
    if (enquiry !== null && mayDo(actor, 'enquiry.answer', scope) === 'allowed') return enquiry;
    throw new DomainError('not_found', 'There is no enquiry like this for you.');
  }

  private requireAgreement({ authorityId, agencyId }: Actor): void {
    const agency = { authorityId, agencyId: agencyId ?? '' };
    if (mayShareWith(agency, 'enquiry', localDateOf(this.desk.now().getTime()))) return;
    throw new DomainError('sharing_agreement_expired', 'What is asked about a child cannot be shown to your agency.');
  }
}
