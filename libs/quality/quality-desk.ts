import { Inject, Injectable } from '@nestjs/common';
import { type AuditAction, AuditTrail } from '#audit';
import { asId, type Actor, type CaseId, type Clock, DomainError, type ReferralId } from '#domain';
import { CLOCK, Database, sql, type Tx } from '#platform';
import { type HeldItem, ItemRepository } from './store/item.repository.ts';

interface ItemEvent {
  readonly action: Extract<AuditAction, `quality.${string}`>;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The way to samples for everyone who takes part in them. */
@Injectable()
export class QualityDesk {
  constructor(
    readonly items: ItemRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /**
   * A transaction that may read the case of an item which its rater has not rated yet; every other hides it from them.
   * Whatever runs here must not show a decision before its rating.
   */
  blindly<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(actor, async (tx) => {
      await sql(tx, `SELECT set_config('front_door.blind_view', $1, true)`, ['on']);
      return work(tx);
    });
  }

  /** @throws DomainError `not_found`. */
  async item(tx: Tx, actor: Actor, id: string): Promise<HeldItem> {
    const found = await this.items.find(tx, actor, id);
    if (found !== null) return found;
    throw new DomainError('not_found', 'There is no decision like this in a sample for you.');
  }

  /** @throws DomainError `not_found`, or `action_not_available` unless this person has it and has not rated. */
  async itemToRate(tx: Tx, actor: Actor, id: string): Promise<HeldItem> {
    const found = await this.item(tx, actor, id);
    if (found.raterId === actor.id && found.rated === null) return found;
    throw new DomainError('action_not_available', 'This is not yours to rate, or is rated.');
  }

  async record(tx: Tx, actor: Actor, item: HeldItem, { action, reason, details }: ItemEvent): Promise<void> {
    const about = { caseId: asId<CaseId>(item.caseId), referralId: asId<ReferralId>(item.referralId) };
    const event = { action, actor, occurredAt: this.now(), ...about };
    const why = reason === undefined ? {} : { reason };
    const all = { sampleId: item.sampleId, itemId: item.id, decisionId: item.decisionId, ...details };
    await this.audit.append(tx, [{ ...event, ...why, details: all }]);
  }

  /** Of the sample as a whole. */
  async recordSample(tx: Tx, actor: Actor, details: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.append(tx, [{ action: 'quality.sample_drawn', actor, occurredAt: this.now(), details }]);
  }
}
