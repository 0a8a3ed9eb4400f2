import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type AuditEntry, AuditTrail } from '#audit';
import type { Actor, Clock } from '#domain';
import { authorityIds } from '#nation-packs';
import { CLOCK, Database, EventLog } from '#platform';
import { afterAttempt, type Verdict } from './after-attempt.ts';
import { LIMIT_MS, SendDelivery, type Sent } from './send-delivery.ts';
import {
  type Claim,
  claimEndpoints,
  type DueDelivery,
  forgetOld,
  giveBack,
  holdEndpoint,
  noteHealth,
  releaseEndpoint,
  settleDelivery,
  takeDue,
} from './store/delivery-work.query.ts';
import type { DisabledReason } from './webhook.ts';

/** Endpoints sent to at the same moment. */
const MOST_AT_ONCE = 8;
/** Messages that an endpoint gets before others have their turn again. */
const MOST_PER_TURN = 20;
/** Longer than an attempt can take, so that a claim lapses only under a worker that is dead or frozen. */
const LEASE_MS = LIMIT_MS + 10_000;
/** After a fault of our own. */
const OWN_FAULT_PAUSE_MS = 60_000;
const KEEP_DAYS = 30;

/**
 * Tells partners what they asked to be told. A round takes endpoints with something due and returns: the sending goes on
 * behind it, so that no other housekeeping waits for a partner. An endpoint gets one message at a time.
 */
@Injectable()
export class DeliverWebhooks implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly turns = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly send: SendDelivery,
    private readonly audit: AuditTrail,
    private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    if (this.stopping.signal.aborted || this.turns.size >= MOST_AT_ONCE) return;
    const authorities = authorityIds();
    // Not always the same one first: slots are few.
    const start = Math.floor(Math.random() * authorities.length);
    for (const authorityId of [...authorities.slice(start), ...authorities.slice(0, start)]) {
      for (const claim of await this.claimOf(authorityId)) this.begin(claim);
    }
  }

  /** What is on its way is stopped and given back: the next worker sends it again, under the same id. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.turns);
  }

  private async claimOf(authorityId: string): Promise<readonly Claim[]> {
    const free = MOST_AT_ONCE - this.turns.size;
    if (free <= 0) return [];
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const claims = await claimEndpoints(tx, authorityId, free, LEASE_MS);
      if (claims.length > 0) await forgetOld(tx, authorityId, KEEP_DAYS);
      return claims;
    });
  }

  private begin(claim: Claim): void {
    const turn: Promise<void> = this.turn(claim)
      .catch((error: unknown) => {
        this.log.fault('webhook.turn_failed', error);
      })
      .finally(() => {
        this.turns.delete(turn);
      });
    this.turns.add(turn);
  }

  private async turn(claim: Claim): Promise<void> {
    const { authorityId } = claim;
    for (let sent = 0; sent < MOST_PER_TURN && !this.stopping.signal.aborted; sent += 1) {
      const due = await this.database.inTransaction({ authorityId }, (tx) => takeDue(tx, claim, LEASE_MS));
      if (due === null || !(await this.deliver(claim, due))) break;
    }
    await this.database.inTransaction({ authorityId }, (tx) => releaseEndpoint(tx, claim));
  }

  /** Resolves to whether the endpoint can take another now. */
  private async deliver(claim: Claim, due: DueDelivery): Promise<boolean> {
    const { authorityId } = claim;
    const sent = await this.send.execute(claim, due, this.stopping.signal).catch((error: unknown) => {
      this.log.fault('webhook.not_sent', error, { messageId: due.id });
      return null;
    });
    return this.database.inTransaction({ authorityId }, async (tx) => {
      if (!(await holdEndpoint(tx, claim))) return false;
      if (sent === null || ('fault' in sent && sent.fault === 'stopped')) {
        await giveBack(tx, claim, due.id, sent === null ? OWN_FAULT_PAUSE_MS : 0);
        return false;
      }
      const { settlement, health } = this.verdictOf(due, sent);
      if (!(await settleDelivery(tx, claim, due.id, settlement))) return false;
      if (health === null) return true;
      await noteHealth(tx, claim, health);
      if (health.disable !== null) await this.audit.append(tx, [disabledBy(claim, health.disable, this.clock.now())]);
      return health.isWell;
    });
  }

  private verdictOf(
    due: DueDelivery,
    sent: Sent,
  ): { settlement: Verdict['settlement']; health: Verdict['health'] | null } {
    if (!('skipped' in sent)) return afterAttempt(due, sent, this.clock.now(), Math.random());
    const outcome = sent.skipped === 'withheld' ? 'withheld' : 'failed';
    return { settlement: { result: sent.skipped, outcome, pauseMs: 0 }, health: null };
  }
}

function disabledBy({ authorityId, endpointId }: Claim, reason: DisabledReason, occurredAt: Date): AuditEntry {
  const nowhere = { agencyId: null, teams: [], homePostcode: null, registration: null };
  const actor: Actor = { id: 'webhooks', kind: 'service', name: 'Webhooks', roles: [], authorityId, ...nowhere };
  return { action: 'webhook.disabled', actor, occurredAt, details: { webhookId: endpointId, reason } };
}
