import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Case, Clock } from '#domain';
import { CLOCK, Database } from '#platform';
import { readCursor, type WorklistPosition, writeCursor } from './worklist-cursor.ts';
import { findWorklistSection, type WorklistFilter } from './worklist.query.ts';

export interface WorklistRequest extends Omit<WorklistFilter, 'authorityId' | 'actorId'> {
  readonly actor: Actor;
  readonly limit: number;
  readonly cursor: string | null;
}

export interface WorklistPage {
  readonly cases: readonly WorklistCase[];
  readonly next: string | null;
  /** The moment that "overdue" was judged at, the same on every page of one walk. */
  readonly asAt: Date;
}

export type WorklistCase = Case & { readonly overdue: boolean };

/**
 * The front door's open cases: overdue first, then urgency (not yet triaged counts as red), then the first 1001 days,
 * then the longest waiting (domain pack 4.3). Pages by key, so that a page costs the same at any depth.
 * @throws DomainError `validation_failed` for a cursor that is not one of ours.
 */
@Injectable()
export class ListCases {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(request: WorklistRequest): Promise<WorklistPage> {
    const start: WorklistPosition = { asAt: this.clock.now(), section: 'overdue', after: null };
    const from = request.cursor === null ? start : readCursor(request.cursor);
    const filter: WorklistFilter = { ...request, authorityId: request.actor.authorityId, actorId: request.actor.id };
    return this.database.inTransaction(request.actor, async (tx) => {
      const wanted = request.limit + 1;
      const first = await findWorklistSection(tx, filter, from, wanted);
      const isFull = first.length === wanted || from.section === 'in_time';
      const rest: WorklistPosition = { asAt: from.asAt, section: 'in_time', after: null };
      const second = isFull ? [] : await findWorklistSection(tx, filter, rest, wanted - first.length);
      const found = [...first, ...second];
      const cases = found.slice(0, request.limit);
      const last = found.length > request.limit ? cases.at(-1) : undefined;
      return { cases, asAt: from.asAt, next: last === undefined ? null : writeCursor(last, from.asAt) };
    });
  }
}
