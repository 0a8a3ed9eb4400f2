import { Injectable } from '@nestjs/common';
import { type Actor, type CaseId, DomainError } from '#domain';
import { CaseRepository } from '#intake';
import { Database } from '#platform';
import {
  type AccessEvent,
  accessEventsOfCase,
  accessEventsOfPerson,
  type EventPosition,
} from './access-events.query.ts';
import { requireAllowed } from './require-allowed.ts';

export interface AccessEventPage {
  readonly events: readonly AccessEvent[];
  /** Where the next page goes on; `null` on the last one. */
  readonly next: string | null;
}

export interface AccessQuestion {
  readonly limit: number;
  /** `next` of the page before. */
  readonly after: string | null;
}

/** Who looked at a case, and what a person looked at; newest first. */
@Injectable()
export class ListAccessEvents {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
  ) {}

  /**
   * For managers, auditors and the holder of the case. `withLists` adds the worklists that showed it.
   * @throws DomainError `not_found`, `not_allowed`, or `validation_failed` for a cursor that is not one of ours.
   */
  ofCase(actor: Actor, caseId: CaseId, asked: AccessQuestion & { withLists: boolean }): Promise<AccessEventPage> {
    const after = positionOf(asked.after);
    return this.database.inTransaction(actor, async (tx) => {
      const found = requireAllowed(await this.cases.find(tx, actor.authorityId, caseId), actor, 'access.read');
      const page = { after, limit: asked.limit + 1 };
      return pageOf(await accessEventsOfCase(tx, found, asked.withLists, page), asked.limit);
    });
  }

  /** What the person themselves looked at. @throws DomainError `validation_failed` for a cursor not of ours. */
  own(actor: Actor, asked: AccessQuestion): Promise<AccessEventPage> {
    const page = { after: positionOf(asked.after), limit: asked.limit + 1 };
    return this.database.inTransaction(actor, async (tx) =>
      pageOf(await accessEventsOfPerson(tx, actor, page), asked.limit),
    );
  }
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_(\d{1,18})$/;

export function pageOf(rows: readonly AccessEvent[], limit: number): AccessEventPage {
  const events = rows.slice(0, limit);
  const last = events.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { events, next: isMore ? `${last.at}_${last.sequence}` : null };
}

export function positionOf(cursor: string | null): EventPosition | null {
  if (cursor === null) return null;
  const [, at = '', sequence = ''] = CURSOR.exec(cursor) ?? [];
  if (!Number.isNaN(Date.parse(at))) return { at, sequence };
  throw new DomainError('validation_failed', 'The cursor is not one that this service gave.', [
    { pointer: '/after', message: 'Must be the `next` of an earlier page.' },
  ]);
}
