import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '#access-policy';
import { type AuditAction, AuditTrail } from '#audit';
import { requireAllowed } from '#case-access';
import type { Actor, Case, CaseId, Clock } from '#domain';
import { CaseRepository } from '#intake';
import { CLOCK, type Tx } from '#platform';

/** What the trail says of an enquiry. */
interface EnquiryEvent {
  readonly action: AuditAction;
  readonly reason?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What every change around enquiries has in common: the case held, the right person, and an entry in the trail. */
@Injectable()
export class EnquiryDesk {
  constructor(
    private readonly cases: CaseRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /**
   * Holds the case until the transaction ends, so that nobody signs while a reply comes in.
   * @throws DomainError `not_found` or `not_allowed`.
   */
  async hold(tx: Tx, actor: Actor, caseId: CaseId, action: Action): Promise<Case> {
    return requireAllowed(await this.cases.findForUpdate(tx, actor.authorityId, caseId), actor, action);
  }

  /** As `hold`, for an agency that answers: the enquiry was its way in. */
  async holdToAnswer(tx: Tx, actor: Actor, caseId: CaseId): Promise<Case> {
    const found = await this.cases.findForUpdate(tx, actor.authorityId, caseId);
    if (found === null) throw new Error('The case of an enquiry is there for whoever answers it.');
    return found;
  }

  async record(tx: Tx, found: Pick<Case, 'id' | 'referralId'>, actor: Actor, event: EnquiryEvent): Promise<void> {
    const { id: caseId, referralId } = found;
    await this.audit.append(tx, [{ ...event, actor, occurredAt: this.clock.now(), caseId, referralId }]);
  }
}
