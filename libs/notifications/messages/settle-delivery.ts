import { Inject, Injectable } from '@nestjs/common';
import { type AuditAction, AuditTrail } from '#audit';
import { CaseClocks } from '#clocks';
import { type Actor, asId, type CaseId, type Clock, type ReferralId, type Role } from '#domain';
import { Messages, type MessageTemplate } from '#messages';
import { CLOCK, type Tx } from '#platform';
import { type HeldCase, holdCases } from '../store/message-facts.query.ts';
import { markDigested, settleMessage } from '../store/message-work.query.ts';
import type { ClaimedDelivery, Settlement } from './delivery.ts';
import { UNSAFE_REASONS } from './safe-contact.ts';

/** Whoever cannot be written to has the receipt, or reads the outcome where they sent the referral from. */
const HANDED_OUT: readonly (string | null)[] = ['anonymous', 'no_address', 'no_channel'];
/** A person finds out how to reach them. */
const NEEDS_A_PERSON: readonly (string | null)[] = [...UNSAFE_REASONS, 'telephone_only'];
/** Telling of these again would go round in circles. */
const NOT_TOLD_OF: readonly MessageTemplate[] = ['message_failed', 'safe_contact_needed'];
const OUTSIDE: readonly ClaimedDelivery['recipient'][] = ['sender', 'agency', 'emergency_duty_team'];

/** Writes down what became of a delivery, and all that follows: clocks, trail, and the people who have to know. */
@Injectable()
export class SettleDelivery {
  constructor(
    private readonly caseClocks: CaseClocks,
    private readonly messages: Messages,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** False, and nothing written, when the delivery was not this worker's any more. */
  async execute(tx: Tx, due: ClaimedDelivery, settlement: Settlement, others: readonly string[]): Promise<boolean> {
    // Cases come before deliveries, as with everybody who holds both.
    const cases = OUTSIDE.includes(due.recipient) ? await holdCases(tx, due) : [];
    const now = this.clock.now();
    if (!(await settleMessage(tx, due, settlement, now))) return false;
    const { state, result, nextAttemptAt } = settlement;
    if (state === 'sent' || state === 'delivered') await markDigested(tx, due, others, now);
    if (nextAttemptAt !== null) return true;
    if (isTold(due, settlement)) await this.stopClocks(tx, due, cases, result);
    await this.record(tx, due, settlement);
    await this.tellPeople(tx, due, settlement, cases);
    return true;
  }

  private async stopClocks(tx: Tx, due: ClaimedDelivery, cases: readonly HeldCase[], result: string | null) {
    const event = due.template === 'acknowledgement' ? 'acknowledged' : 'outcome_sent';
    // A receipt was handed out with the answer to the request, before anything was queued.
    const at = HANDED_OUT.includes(result) ? due.createdAt : this.clock.now();
    for (const found of cases) await this.caseClocks.on(tx, found, event, at);
  }

  private async record(tx: Tx, due: ClaimedDelivery, { state, kind, result }: Settlement): Promise<void> {
    if (!OUTSIDE.includes(due.recipient)) return;
    const action = ACTIONS[state];
    if (action === null) return;
    const { id: deliveryId, template, recipient, caseId, referralId } = due;
    await this.audit.append(tx, [
      {
        ...{ action, actor: actorOf(due.authorityId), occurredAt: this.clock.now() },
        ...(caseId === null ? {} : { caseId: asId<CaseId>(caseId) }),
        ...(referralId === null ? {} : { referralId: asId<ReferralId>(referralId) }),
        details: { deliveryId, template, recipient, kind, result },
      },
    ]);
  }

  private async tellPeople(tx: Tx, due: ClaimedDelivery, settlement: Settlement, cases: readonly HeldCase[]) {
    if (NOT_TOLD_OF.includes(due.template)) return;
    const { state, result } = settlement;
    if (state === 'failed') await this.tell(tx, due, cases, { template: 'message_failed', role: 'manager' });
    if (state === 'withheld' && NEEDS_A_PERSON.includes(result)) {
      await this.tell(tx, due, cases, { template: 'safe_contact_needed', role: 'screener' });
    }
  }

  private async tell(
    tx: Tx,
    due: ClaimedDelivery,
    cases: readonly HeldCase[],
    { template, role }: { readonly template: MessageTemplate; readonly role: Role },
  ): Promise<void> {
    await this.messages.queue(tx, [
      {
        authorityId: due.authorityId,
        template,
        to: { kind: 'role', role, queue: null },
        referralId: due.referralId,
        caseId: due.caseId ?? cases[0]?.id ?? null,
        subjectId: due.id,
        urgent: due.urgent,
        dedupeKey: `${template}:${due.id}`,
        at: this.clock.now(),
      },
    ]);
  }
}

function isTold({ recipient, template }: ClaimedDelivery, { state, result }: Settlement): boolean {
  if (recipient !== 'sender' || (template !== 'acknowledgement' && template !== 'outcome')) return false;
  return state === 'sent' || state === 'delivered' || (state === 'withheld' && HANDED_OUT.includes(result));
}

const ACTIONS: Readonly<Record<Settlement['state'], AuditAction | null>> = {
  queued: null,
  sent: 'message.sent',
  delivered: 'message.sent',
  failed: 'message.failed',
  withheld: 'message.withheld',
};

function actorOf(authorityId: string): Actor {
  const nowhere = { agencyId: null, teams: [], homePostcode: null, registration: null };
  return { id: 'messages', kind: 'service', name: 'Messages', roles: [], authorityId: asId(authorityId), ...nowhere };
}
