import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, type Case, type CaseId, DomainError, SETTLED_STATES } from '#domain';
import type { Agency } from '#nation-packs';
import { Database, type Tx } from '#platform';
import { askableAgencies } from './askable-agencies.ts';
import { askedChildOf } from './asked-child.ts';
import type { Enquiry, IdentifyingDetail } from './enquiry.ts';
import { EnquiryDesk } from './enquiry-desk.ts';
import { requestedNotice } from './enquiry-notices.ts';
import type { LawfulBasis } from './lawful-basis.ts';
import { ReadBasis } from './read-basis.ts';
import { EnquiryRecords } from './store/enquiry-records.ts';

export interface EnquiryRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly agencyIds: readonly string[];
  /** What is asked, and no more than is needed. */
  readonly asked: string;
  readonly share: readonly IdentifyingDetail[];
}

/**
 * Asks agencies about the child of a case, each on a clock of its own. Nothing is asked without a lawful basis on record.
 * @throws DomainError `not_found`, `not_allowed`, `no_lawful_basis`, `validation_failed` for an agency that cannot be
 * asked, or `action_not_available` where the case is decided or an agency has not answered yet.
 */
@Injectable()
export class SendEnquiries {
  constructor(
    private readonly database: Database,
    private readonly desk: EnquiryDesk,
    private readonly basis: ReadBasis,
    private readonly records: EnquiryRecords,
  ) {}

  execute(request: EnquiryRequest): Promise<Enquiry[]> {
    const { actor, caseId, agencyIds } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.desk.hold(tx, actor, caseId, 'enquiry.send');
      await this.requireAskable(tx, found, agencyIds);
      const agencies = askableAgencies(actor.authorityId, agencyIds, this.desk.now());
      const { standing } = await this.basis.of(tx, found);
      if (standing === null) {
        throw new DomainError('no_lawful_basis', 'There is neither agreement nor a signed override on the case.');
      }
      const sent: Enquiry[] = [];
      for (const agency of agencies) sent.push(await this.send(tx, found, { ...request, agency, basis: standing }));
      return sent;
    });
  }

  private async requireAskable(tx: Tx, found: Case, agencyIds: readonly string[]): Promise<void> {
    if (SETTLED_STATES.includes(found.state)) {
      throw new DomainError('action_not_available', 'The case is decided: nothing is left to ask for.');
    }
    if ((await this.records.enquiries.waitingFor(tx, found, agencyIds)).length === 0) return;
    throw new DomainError('action_not_available', 'An agency has not answered what it was asked before.');
  }

  private async send(
    tx: Tx,
    found: Case,
    wanted: EnquiryRequest & { readonly agency: Agency; readonly basis: LawfulBasis },
  ): Promise<Enquiry> {
    const { actor, agency, basis, asked, share } = wanted;
    const sentAt = this.desk.now();
    const id = randomUUID();
    const { document } = await this.records.referrals.get(tx, found.referralId);
    const enquiry: Enquiry = {
      ...{ id, caseId: found.id, referralId: found.referralId, agencyId: agency.id, asked },
      urgency: found.urgency ?? 'amber',
      child: askedChildOf(document.children[found.childIndex] ?? { ref: '' }, { type: agency.type, share }),
      agreed: basis.kind === 'agreement',
      overrideId: basis.kind === 'override' ? basis.overrideId : null,
      ...{ sentBy: actor.id, sentByName: actor.name, sentAt },
      dueAt: await this.records.startClock(tx, found, id, sentAt),
      ...{ state: 'open', closedAt: null, withdrawnByName: null, withdrawalReason: null },
    };
    await this.records.enquiries.insert(tx, found, enquiry);
    const details = { enquiryId: id, agencyId: agency.id, basis: basis.kind, overrideId: enquiry.overrideId, share };
    await this.desk.record(tx, found, actor, { action: 'enquiry.sent', details });
    await this.records.messages.queue(tx, [requestedNotice(found, enquiry)]);
    return enquiry;
  }
}
