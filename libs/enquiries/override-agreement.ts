import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, type Case, type CaseId, DomainError } from '#domain';
import { Database } from '#platform';
import type { LawfulGround, OverrideReason } from './enquiry.ts';
import { EnquiryDesk } from './enquiry-desk.ts';
import { needsManager } from './lawful-basis.ts';
import { BasisRepository, type EnquiryOverride } from './store/basis.repository.ts';

export interface OverrideRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly reason: OverrideReason;
  readonly basis: LawfulGround;
  readonly statement: string;
}

/**
 * Says why other agencies are asked although nobody in the family agreed, signed with a social work registration. In
 * force at once where statutory protection is proposed; everywhere else once a manager has signed too.
 * @throws DomainError `not_found` or `not_allowed`, also for somebody whose registration is not on file.
 */
@Injectable()
export class OverrideAgreement {
  constructor(
    private readonly database: Database,
    private readonly desk: EnquiryDesk,
    private readonly basis: BasisRepository,
  ) {}

  execute({ actor, caseId, ...said }: OverrideRequest): Promise<EnquiryOverride> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.desk.hold(tx, actor, caseId, 'enquiry.override');
      const made = { id: randomUUID(), ...said, ...this.signedBy(actor), ...standingOf(found) };
      await this.basis.insertOverride(tx, found, made);
      const { reason: reasonCode, basis, level, needsSignature } = made;
      const details = { overrideId: made.id, reasonCode, basis, level, needsSignature };
      await this.desk.record(tx, found, actor, { action: 'enquiry_override.made', reason: said.statement, details });
      return { ...made, outcome: null, signedByName: null, signedAt: null, refusal: null };
    });
  }

  private signedBy(actor: Actor) {
    if (actor.registration === null) {
      throw new DomainError('not_allowed', 'Your social work registration number is not on file.');
    }
    const madeByRole = actor.roles.includes('social_worker') ? 'social_worker' : 'manager';
    const { id: madeBy, name: madeByName, registration } = actor;
    return { madeBy, madeByName, madeByRole, registration, madeAt: this.desk.now() };
  }
}

function standingOf({ proposedLevel: level }: Case): Pick<EnquiryOverride, 'level' | 'needsSignature'> {
  return { level, needsSignature: needsManager(level) };
}
