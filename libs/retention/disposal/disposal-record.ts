import { Inject, Injectable } from '@nestjs/common';
import { type AuditAction, AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';
import type { Disposal } from './disposal.ts';
import { findDisposal } from './disposal.query.ts';

/** What everybody needs who works on a disposal. */
@Injectable()
export class DisposalRecord {
  constructor(
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** @throws DomainError `not_found`. */
  async get(tx: Tx, id: DisposalId): Promise<Disposal> {
    const found = await findDisposal(tx, id);
    if (found !== null) return found;
    throw new DomainError('not_found', 'There is no disposal with this id for you.');
  }

  async record(
    tx: Tx,
    event: {
      action: AuditAction;
      actor: Actor;
      id: DisposalId;
      reason?: string;
      details?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { action, actor, id, reason, details = {} } = event;
    const entry = { action, actor, occurredAt: this.now(), details: { disposalId: id, ...details } };
    await this.audit.append(tx, [reason === undefined ? entry : { ...entry, reason }]);
  }
}
