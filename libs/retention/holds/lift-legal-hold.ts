import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, Database } from '#platform';
import type { LegalHoldId } from '../ids.ts';
import { HeldReferral } from './held-referral.ts';
import type { LegalHolds } from './legal-hold.ts';

export interface LiftRequest {
  readonly actor: Actor;
  readonly reference: string;
  readonly holdId: LegalHoldId;
  readonly reason: string;
}

/**
 * Lets the schedule count again; the hold stays on record.
 * @throws DomainError `not_found`, also for a hold of another referral; `action_not_available` where it was lifted.
 */
@Injectable()
export class LiftLegalHold {
  constructor(
    private readonly database: Database,
    private readonly held: HeldReferral,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ actor, reference, holdId, reason }: LiftRequest): Promise<LegalHolds> {
    return this.database.inTransaction(actor, async (tx) => {
      const referral = await this.held.find(tx, actor, reference, 'legal_hold.manage');
      const owner = { authorityId: actor.authorityId, referralId: referral.id };
      const holds = await this.held.holds.ofReferral(tx, owner);
      if (!holds.some((hold) => hold.id === holdId)) {
        throw new DomainError('not_found', 'There is no such hold on this referral.');
      }
      const at = this.clock.now();
      if (!(await this.held.holds.lift(tx, owner, { id: holdId, by: actor, at, reason }))) {
        throw new DomainError('action_not_available', 'This hold was lifted before.');
      }
      const details = { holdId };
      await this.audit.append(tx, [
        { action: 'legal_hold.lifted', actor, occurredAt: at, referralId: referral.id, reason, details },
      ]);
      return this.held.standing(tx, referral);
    });
  }
}
