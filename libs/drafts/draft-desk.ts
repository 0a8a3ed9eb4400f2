import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, Database, Environment, type Tx } from '#platform';
import type { Draft, DraftOwner } from './draft.ts';
import { DraftRepository } from './store/draft.repository.ts';

const DAY_MS = 86_400_000;

/** What every use case about drafts needs: the way to one, the time, and until when it is kept. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly database: Database,
    readonly drafts: DraftRepository,
    readonly audit: AuditTrail,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  expiryAfter(at: Date): Date {
    return new Date(at.getTime() + this.environment.DRAFT_DAYS * DAY_MS);
  }

  inTransaction<T>(owner: DraftOwner | Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(owner, work);
  }

  /** @throws DomainError `not_found`, also for somebody else's. */
  async open(tx: Tx, owner: DraftOwner, id: string): Promise<Draft> {
    return found(UUID.test(id) ? await this.drafts.find(tx, owner, id) : null);
  }

  /** As `open`, and holds it until the transaction ends. */
  async hold(tx: Tx, owner: DraftOwner, id: string): Promise<Draft> {
    return found(UUID.test(id) ? await this.drafts.findForUpdate(tx, owner, id) : null);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function found(draft: Draft | null): Draft {
  if (draft === null) throw new DomainError('not_found', 'There is no draft like this for you.');
  return draft;
}
