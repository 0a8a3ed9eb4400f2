import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type AgencyId, asId, type CaseId, type Clock, DomainError, type Lane } from '#domain';
import { type AuditEntry, AuditTrail } from '#audit';
import { profileOf } from '#nation-packs';
import { type NewMessage, Outbox } from '#outbox';
import { CLOCK, Database, type Tx } from '#platform';
import type { Arrival } from './arrival.ts';
import { laneOf } from './open-cases.ts';
import { prepareArrival } from './prepare-arrival.ts';
import type { Receipt } from './receipt.ts';
import type { ReferralChannel } from './referral-channel.ts';
import { checkReferral } from './schema/referral-validator.ts';
import { committedReferral } from './store/committed-referrals.ts';
import { ArrivalRepository } from './store/arrival.repository.ts';

export interface Submission {
  readonly actor: Actor;
  /** The body exactly as it came over the wire. */
  readonly body: Buffer;
  readonly parsed: unknown;
  readonly idempotencyKey: string | null;
  /** By which way it came; from a partner system when left out. */
  readonly channel?: ReferralChannel;
  /** The agency it is entered for, by whoever took its call or for a family; the actor's own when left out. */
  readonly onBehalfOf?: AgencyId;
  /** Written in the same transaction, with the receipt; not again for a referral that was stored before. */
  readonly alongside?: (tx: Tx, receipt: Receipt) => Promise<void>;
}

export interface Submitted {
  readonly receipt: Receipt;
  /** The same referral had been stored before: nothing was stored twice. */
  readonly replayed: boolean;
}

/**
 * Takes a referral in: checks it, then stores it with its cases, their place in a human queue, their first clocks, audit
 * and wake-up in one transaction. The receipt exists only after the commit.
 * @throws DomainError `validation_failed`, `idempotency_key_reused`, `not_allowed` (no agency), `unavailable`.
 */
@Injectable()
export class SubmitReferral {
  constructor(
    private readonly database: Database,
    private readonly arrivals: ArrivalRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(submission: Submission): Promise<Submitted> {
    const document = checkReferral(submission.parsed);
    const profile = profileOf(submission.actor.authorityId);
    const arrival = prepareArrival(submission, document, profile, this.clock.now());
    const lane = laneOf(document, profile);
    // PostgreSQL lets a referral be written for the agency that it is from, and for no other.
    const scope = { ...submission.actor, agencyId: arrival.agencyId };
    return this.database.inTransaction(scope, async (tx) => {
      if (!(await this.arrivals.insertOnce(tx, arrival))) return this.replay(tx, arrival);
      await this.audit.append(tx, eventsOf(arrival));
      await this.outbox.append(tx, messagesOf(arrival, lane));
      await submission.alongside?.(tx, arrival.referral.receipt);
      return { receipt: arrival.referral.receipt, replayed: false };
    });
  }

  /** The first answer again for the same body; another body under a used key is refused, whoever is mistaken. */
  private async replay(tx: Tx, arrival: Arrival): Promise<Submitted> {
    const { authorityId, agencyId, idempotencyKey, bodySha256 } = arrival.referral;
    const earlier = await this.arrivals.referrals.findByKey(tx, authorityId, agencyId, idempotencyKey ?? '');
    if (earlier?.bodySha256 === bodySha256) return { receipt: earlier.receipt, replayed: true };
    throw new DomainError('idempotency_key_reused', 'Another referral was stored under this Idempotency-Key.');
  }
}

function eventsOf(arrival: Arrival): AuditEntry[] {
  const { actor, id: referralId, referral } = arrival;
  const occurredAt = referral.receivedAt;
  const details = { children: arrival.cases.length, channel: referral.channel, agencyId: arrival.agencyId };
  const record = committedReferral(referral);
  const opened = arrival.cases.map(({ row }): AuditEntry => ({
    action: 'case.opened',
    actor,
    occurredAt,
    referralId,
    caseId: asId<CaseId>(row.id),
    toState: row.state,
    details: { queue: row.queue, decideNextStepsDueAt: arrival.decideBy.toISOString() },
  }));
  return [{ action: 'referral.received', actor, occurredAt, referralId, details, record }, ...opened];
}

function messagesOf(arrival: Arrival, lane: Lane): NewMessage[] {
  return arrival.cases.map(({ row }) => ({
    topic: 'triage.requested',
    lane,
    authorityId: arrival.actor.authorityId,
    caseId: asId<CaseId>(row.id),
    inputVersion: row.inputVersion,
  }));
}
