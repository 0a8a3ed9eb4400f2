import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type AgencyId, asId, type CaseId, type Clock, DomainError } from '#domain';
import { type AuditEntry, AuditTrail } from '#audit';
import { profileOf } from '#nation-packs';
import { type NewMessage, Outbox } from '#outbox';
import {
  CLOCK,
  Database,
  GroupCommit,
  type GroupLimits,
  type GroupPlace,
  type Scope,
  traced,
  type Tx,
  untilKnown,
  waitForStandby,
} from '#platform';
import type { Arrival } from './arrival.ts';
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

const STORING = { name: 'referral.store', fields: {}, broughtAboutBy: [] };

/** What one transaction takes, and how many may wait for it: beyond, it is kinder to say so at once. See docs/adr/0049. */
const LIMITS: GroupLimits = { together: 16, atOnce: 3, waitingInGroup: 64, waiting: 96, waitingAnyway: 16 };

/**
 * Takes a referral in: checks it, then stores it with its cases, their place in a human queue, their first clocks, audit
 * and wake-up in one transaction, which it shares with what the same sender sent meanwhile. The receipt exists only after
 * the commit.
 * @throws DomainError `validation_failed`, `idempotency_key_reused`, `not_allowed` (no agency), `unavailable`.
 */
@Injectable()
export class SubmitReferral {
  private readonly group: GroupCommit<Arrival, Submitted | DomainError>;

  constructor(
    private readonly database: Database,
    private readonly arrivals: ArrivalRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.group = new GroupCommit((arrivals) => this.storeTogether(arrivals), LIMITS);
  }

  async execute(submission: Submission): Promise<Submitted> {
    const document = checkReferral(submission.parsed);
    const profile = profileOf(submission.actor.authorityId);
    const arrival = prepareArrival(submission, document, profile, this.clock.now());
    const { alongside } = submission;
    const stored = await traced(STORING, () =>
      untilKnown(() =>
        alongside === undefined ? this.group.add(arrival, placeOf(arrival)) : this.storeAlone(arrival, alongside),
      ),
    );
    if (stored instanceof DomainError) throw stored;
    return stored;
  }

  /** All are of one scope: PostgreSQL lets a referral be written for the agency that it is from, and for no other. */
  private async storeTogether(arrivals: readonly Arrival[]): Promise<(Submitted | DomainError)[]> {
    const [first] = arrivals;
    return first === undefined ? [] : this.database.inTransaction(scopeOf(first), (tx) => this.store(tx, arrivals));
  }

  private storeAlone(
    arrival: Arrival,
    alongside: NonNullable<Submission['alongside']>,
  ): Promise<Submitted | DomainError> {
    return this.database.inTransaction(scopeOf(arrival), async (tx) => {
      const [stored = refusal()] = await this.store(tx, [arrival], alongside);
      return stored;
    });
  }

  private async store(
    tx: Tx,
    arrivals: readonly Arrival[],
    alongside?: Submission['alongside'],
  ): Promise<(Submitted | DomainError)[]> {
    const authorityId = arrivals[0]?.actor.authorityId;
    if (authorityId === undefined) return [];
    const kept = await this.arrivals.insertNew(tx, authorityId, arrivals);
    const fresh = kept.map(({ arrival }) => arrival);
    if (fresh.length > 0) {
      await Promise.all([
        this.arrivals.insertRest(tx, authorityId, kept),
        this.audit.append(tx, fresh.flatMap(eventsOf)),
        this.outbox.append(tx, fresh.flatMap(messagesOf)),
      ]);
    }
    for (const { referral } of fresh) await alongside?.(tx, referral.receipt);
    return Promise.all(
      arrivals.map((arrival) =>
        fresh.includes(arrival)
          ? Promise.resolve({ receipt: arrival.referral.receipt, replayed: false })
          : this.replay(tx, arrival),
      ),
    );
  }

  /**
   * The first answer again for the same body; another body under a used key is refused, whoever is mistaken. With the
   * arrival's own id it is what this very request stored, at a try whose commit nobody answered.
   */
  private async replay(tx: Tx, { id, referral }: Arrival): Promise<Submitted | DomainError> {
    const earlier = await this.arrivals.referrals.findEarlier(tx, referral);
    if (earlier?.bodySha256 !== referral.bodySha256) return refusal();
    await waitForStandby(tx);
    return { receipt: earlier.receipt, replayed: earlier.id !== id };
  }
}

function refusal(): DomainError {
  return new DomainError('idempotency_key_reused', 'Another referral was stored under this Idempotency-Key.');
}

function scopeOf({ actor, agencyId }: Arrival): Scope {
  return { authorityId: actor.authorityId, id: actor.id, agencyId };
}

/** What one sender sends in one lane goes together. */
function placeOf(arrival: Arrival): GroupPlace {
  const { authorityId, id, agencyId } = scopeOf(arrival);
  return { group: JSON.stringify([authorityId, id, agencyId]), urgent: arrival.lane === 'urgent' };
}

function eventsOf(arrival: Arrival): AuditEntry[] {
  const { actor, id: referralId, referral } = arrival;
  const { receivedAt: occurredAt, correlationId } = referral;
  const details = { children: arrival.cases.length, channel: referral.channel, agencyId: arrival.agencyId };
  const record = committedReferral(referral);
  const opened = arrival.cases.map(({ row }): AuditEntry => ({
    action: 'case.opened',
    actor,
    occurredAt,
    correlationId,
    referralId,
    caseId: asId<CaseId>(row.id),
    toState: row.state,
    details: { queue: row.queue, decideNextStepsDueAt: arrival.decideBy.toISOString() },
  }));
  return [{ action: 'referral.received', actor, occurredAt, correlationId, referralId, details, record }, ...opened];
}

function messagesOf(arrival: Arrival): NewMessage[] {
  return arrival.cases.map(({ row }) => ({
    topic: 'triage.requested',
    lane: arrival.lane,
    authorityId: arrival.actor.authorityId,
    caseId: asId<CaseId>(row.id),
    inputVersion: row.inputVersion,
    correlationId: arrival.referral.correlationId,
    traceParent: arrival.traceParent,
  }));
}
