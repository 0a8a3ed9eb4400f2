import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import type { DisposalId } from '../ids.ts';
import { DisposalRecord } from './disposal-record.ts';
import type { Disposal } from './disposal.ts';
import { findDisposalPage } from './disposal.query.ts';

export interface DisposalPage {
  readonly disposals: readonly Disposal[];
  readonly next: DisposalId | null;
}

/** Disposals of the own authority. */
@Injectable()
export class ReadDisposals {
  constructor(
    private readonly database: Database,
    private readonly disposals: DisposalRecord,
  ) {}

  /** Newest first. */
  list(actor: Actor, after: DisposalId | null, limit: number): Promise<DisposalPage> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await findDisposalPage(tx, after, limit + 1);
      const shown = found.slice(0, limit);
      return { disposals: shown, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `not_found`. */
  one(actor: Actor, id: DisposalId): Promise<Disposal> {
    return this.database.inTransaction(actor, (tx) => this.disposals.get(tx, id));
  }
}
