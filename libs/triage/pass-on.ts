import { Injectable } from '@nestjs/common';
import { type Case, engineActor } from '#domain';
import { AuditTrail } from '#audit';
import { CaseClocks } from '#clocks';
import { type FamilyCase, hasWorker, PassedInformationStore } from '#history';
import { Messages, type Recipient } from '#messages';
import type { Tx } from '#platform';

/**
 * Passes a new contact on to whoever works with the child already, with a clock until they have read it. The contact
 * stands in the front door's queue all the same (domain pack 4.1, open-case information).
 */
@Injectable()
export class PassOn {
  constructor(
    private readonly passed: PassedInformationStore,
    private readonly clocks: CaseClocks,
    private readonly messages: Messages,
    private readonly audit: AuditTrail,
  ) {}

  async execute(tx: Tx, found: Case, family: readonly FamilyCase[], at: Date): Promise<void> {
    const open = family.filter((other) => other.relatedBy === 'child' && hasWorker(other, found));
    for (const other of open) await this.pass(tx, found, other, at);
  }

  private async pass(tx: Tx, found: Case, other: FamilyCase, at: Date): Promise<void> {
    const { authorityId, referralId, id: caseId } = found;
    const { caseId: toCaseId, claimedBy: toPerson, queue: toQueue } = other;
    const passedId = await this.passed.pass(tx, { authorityId, caseId, toCaseId, toPerson, toQueue, sentAt: at });
    if (passedId === null) return;
    await this.clocks.on(tx, found, 'information_passed', at, { subjectId: passedId });
    await this.messages.queue(tx, [
      {
        ...{ authorityId, referralId, caseId, template: 'information_for_worker', to: recipientOf(other) },
        ...{
          subjectId: passedId,
          urgent: found.urgency === 'red',
          dedupeKey: `information_for_worker ${passedId}`,
          at,
        },
      },
    ]);
    const details = { passedId, toCaseId, to: toPerson === null ? 'team' : 'holder' };
    const actor = engineActor(authorityId);
    await this.audit.append(tx, [{ action: 'information.passed', actor, occurredAt: at, referralId, caseId, details }]);
  }
}

function recipientOf({ claimedBy, queue }: FamilyCase): Recipient {
  return claimedBy === null ? { kind: 'role', role: 'practitioner', queue } : { kind: 'person', personId: claimedBy };
}
