import { Inject, Injectable } from '@nestjs/common';
import { type AuditAction, type AuditEntry, AuditTrail } from '#audit';
import { CaseClocks, type OwnerAtEvent } from '#clocks';
import { type Actor, asId, type CaseId, type Clock, type ClockEvent, type ReferralId, type Role } from '#domain';
import { Messages, type MessageTemplate, type NewNotice } from '#messages';
import { CLOCK, type Tx } from '#platform';
import { type HeldCase, holdCases } from '../store/message-facts.query.ts';
import { type Attempted, markDigested, settleMessages } from '../store/message-work.query.ts';
import type { ClaimedDelivery, Settlement } from './delivery.ts';
import { UNSAFE_REASONS } from './safe-contact.ts';

/** Whoever cannot be written to has the receipt, or reads the outcome where they sent the referral from. */
const HANDED_OUT: readonly (string | null)[] = ['anonymous', 'no_address', 'no_channel'];
/** A person finds out how to reach them. */
const NEEDS_A_PERSON: readonly (string | null)[] = [...UNSAFE_REASONS, 'telephone_only'];
/** Telling of these again would go round in circles. */
const NOT_TOLD_OF: readonly MessageTemplate[] = ['message_failed', 'safe_contact_needed'];
const OUTSIDE: readonly ClaimedDelivery['recipient'][] = ['sender', 'agency', 'emergency_duty_team'];

/** A delivery of which nothing more is to be done, with the cases that it is about. */
interface Done extends Attempted {
  readonly cases: readonly HeldCase[];
}

/** Writes down what became of deliveries, and all that follows: clocks, trail, and the people who have to know. */
@Injectable()
export class SettleDeliveries {
  constructor(
    private readonly caseClocks: CaseClocks,
    private readonly messages: Messages,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of one authority. Nothing is written about those that were not this worker's any more. */
  async execute(tx: Tx, attempts: readonly Attempted[]): Promise<void> {
    // Cases come before deliveries, as with everybody who holds both.
    const cases = await holdCases(tx, attempts.map(({ due }) => due).filter(isOutside));
    const now = this.clock.now();
    const settled = await settleMessages(tx, attempts, now);
    for (const { due, settlement, others } of settled) {
      if (others.length > 0 && wentOut(settlement)) await markDigested(tx, due, others, now);
    }
    const done = settled
      .filter(({ settlement }) => settlement.nextAttemptAt === null)
      .map((each) => ({ ...each, cases: cases.filter((found) => isAbout(each.due, found)) }));
    await this.stopClocks(tx, done, 'acknowledgement', 'acknowledged');
    await this.stopClocks(tx, done, 'outcome', 'outcome_sent');
    await this.audit.append(
      tx,
      done.flatMap((each) => entryOf(each, now)),
    );
    await this.messages.queue(
      tx,
      done.flatMap((each) => noticeOf(each, now)),
    );
  }

  private async stopClocks(tx: Tx, done: readonly Done[], template: MessageTemplate, event: ClockEvent): Promise<void> {
    const owners = new Map<string, OwnerAtEvent>();
    for (const { due, settlement, cases } of done) {
      if (due.template !== template || due.recipient !== 'sender' || !isTold(settlement)) continue;
      // A receipt was handed out with the answer to the request, before anything was queued.
      const at = HANDED_OUT.includes(settlement.result) ? due.createdAt : this.clock.now();
      for (const owner of cases) if (!owners.has(owner.id)) owners.set(owner.id, { owner, at });
    }
    if (owners.size > 0) await this.caseClocks.onAll(tx, [...owners.values()], event);
  }
}

function isOutside({ recipient }: ClaimedDelivery): boolean {
  return OUTSIDE.includes(recipient);
}

function isAbout({ recipient, caseId, referralId }: ClaimedDelivery, found: HeldCase): boolean {
  if (!OUTSIDE.includes(recipient)) return false;
  return caseId === null ? found.referralId === referralId : found.id === caseId;
}

function wentOut({ state }: Settlement): boolean {
  return state === 'sent' || state === 'delivered';
}

function isTold(settlement: Settlement): boolean {
  return wentOut(settlement) || (settlement.state === 'withheld' && HANDED_OUT.includes(settlement.result));
}

function entryOf({ due, settlement: { state, kind, result } }: Done, occurredAt: Date): AuditEntry[] {
  const action = ACTIONS[state];
  if (!isOutside(due) || action === null) return [];
  const { id: deliveryId, template, recipient, caseId, referralId } = due;
  return [
    {
      ...{ action, actor: actorOf(due.authorityId), occurredAt },
      ...(caseId === null ? {} : { caseId: asId<CaseId>(caseId) }),
      ...(referralId === null ? {} : { referralId: asId<ReferralId>(referralId) }),
      details: { deliveryId, template, recipient, kind, result },
    },
  ];
}

/** Who of the authority has to know. */
function noticeOf({ due, settlement: { state, result }, cases }: Done, at: Date): NewNotice[] {
  if (NOT_TOLD_OF.includes(due.template)) return [];
  const caseId = due.caseId ?? cases[0]?.id ?? null;
  const { authorityId, referralId, id: subjectId, urgent } = due;
  const about = { authorityId, referralId, caseId, subjectId, urgent, at };
  const telling = (template: MessageTemplate, role: Role): NewNotice[] => [
    { ...about, template, to: { kind: 'role', role, queue: null }, dedupeKey: `${template}:${due.id}` },
  ];
  if (state === 'failed') return telling('message_failed', 'manager');
  return state === 'withheld' && NEEDS_A_PERSON.includes(result) ? telling('safe_contact_needed', 'screener') : [];
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
