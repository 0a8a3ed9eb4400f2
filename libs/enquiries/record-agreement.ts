import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, CaseId } from '#domain';
import { Database } from '#platform';
import type { AgreementAnswer, AgreementSpeaker, AgreementWay } from './enquiry.ts';
import { EnquiryDesk } from './enquiry-desk.ts';
import { BasisRepository, type FamilyAgreement } from './store/basis.repository.ts';

export interface AgreementRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly given: AgreementAnswer;
  readonly saidBy: readonly AgreementSpeaker[];
  readonly how: AgreementWay;
  readonly note: string | null;
}

/**
 * Records what the family said to other agencies being asked; their last word counts from now on.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class RecordAgreement {
  constructor(
    private readonly database: Database,
    private readonly desk: EnquiryDesk,
    private readonly basis: BasisRepository,
  ) {}

  execute({ actor, caseId, ...said }: AgreementRequest): Promise<FamilyAgreement> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.desk.hold(tx, actor, caseId, 'enquiry.send');
      const who = { recordedBy: actor.id, recordedByName: actor.name, recordedAt: this.desk.now() };
      const made: FamilyAgreement = { id: randomUUID(), ...said, ...who };
      await this.basis.insertAgreement(tx, found, made);
      const details = { agreementId: made.id, given: made.given, saidBy: made.saidBy, how: made.how };
      await this.desk.record(tx, found, actor, { action: 'agreement.recorded', details });
      return made;
    });
  }
}
