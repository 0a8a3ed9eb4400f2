import { Injectable } from '@nestjs/common';
import { isOwnWork } from '#access-policy';
import { type Actor, type CaseId, DomainError } from '#domain';
import { Database } from '#platform';
import { EnquiryDesk } from './enquiry-desk.ts';
import { BasisRepository } from './store/basis.repository.ts';

export interface OverrideSigning {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly overrideId: string;
  readonly outcome: 'signed' | 'refused';
  /** Why it is refused. */
  readonly reason: string | null;
}

/**
 * A manager signs an override, or refuses it with the reason; never their own.
 * @throws DomainError `not_found`, `not_allowed`, `second_person_needed`, or `action_not_available` where nothing waits
 * for a signature.
 */
@Injectable()
export class SignOverride {
  constructor(
    private readonly database: Database,
    private readonly desk: EnquiryDesk,
    private readonly basis: BasisRepository,
  ) {}

  execute({ actor, caseId, overrideId, outcome, reason }: OverrideSigning): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.desk.hold(tx, actor, caseId, 'enquiry.authorise');
      const overrides = await this.basis.overridesOf(tx, found);
      const made = overrides.find(({ id }) => id === overrideId);
      if (made === undefined) throw new DomainError('not_found', 'There is no override like this on the case.');
      if (isOwnWork(actor, 'enquiry.authorise', [made.madeBy])) {
        throw new DomainError('second_person_needed', 'Nobody signs their own override.');
      }
      const signature = { signedBy: actor.id, signedByName: actor.name, signedAt: this.desk.now() };
      if (!(await this.basis.sign(tx, found, overrideId, { ...signature, outcome, refusal: reason }))) {
        throw new DomainError('action_not_available', 'This override waits for no signature.');
      }
      const action = outcome === 'signed' ? 'enquiry_override.signed' : 'enquiry_override.refused';
      const why = reason === null ? {} : { reason };
      await this.desk.record(tx, found, actor, { action, ...why, details: { overrideId } });
    });
  }
}
