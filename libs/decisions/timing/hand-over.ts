import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { Handovers } from '#clocks';
import { type Case, DomainError } from '#domain';
import { Messages, type NewNotice } from '#messages';
import { Database } from '#platform';

export interface HandoverRequest extends CaseRequest {
  /** What the emergency duty team did. */
  readonly actions: string;
}

/**
 * Hands a case over to the day team with what was done out of hours: it tops the worklist until somebody else accepts it,
 * and the acceptance is timed from the next opening. Whoever held it lets go. Source: domain pack 2.7.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed`; `action_not_available` while a handover waits.
 */
@Injectable()
export class HandOver {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly handovers: Handovers,
    private readonly messages: Messages,
  ) {}

  execute(request: HandoverRequest): Promise<Case> {
    const { actor, actions } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'case.hand_over');
      if (found.handoverWaiting) {
        throw new DomainError('action_not_available', 'A handover waits already: the day team has to accept it first.');
      }
      const at = this.store.now();
      await this.handovers.make(tx, found, actions, { actor, at });
      const nextDueAt = await this.store.clocks.on(tx, found, 'handover_made', at);
      const letGo = { claimedBy: null, claimedByName: null, claimedAt: null };
      const changes = { handoverWaiting: true, nextDueAt, ...letGo };
      const after = await this.store.change(tx, found, changes, { action: 'case.handed_over', actor });
      await this.messages.queue(tx, noticesOf(found, at));
      return after;
    });
  }
}

function noticesOf({ id: caseId, authorityId, referralId, queue, version }: Case, at: Date): NewNotice[] {
  return (['screener', 'social_worker'] as const).map((role) => ({
    authorityId,
    template: 'handover_waiting',
    to: { kind: 'role', role, queue },
    ...{ referralId, caseId, subjectId: null, urgent: true },
    dedupeKey: `handover_waiting:${caseId}:${String(version)}:${role}`,
    at,
  }));
}
