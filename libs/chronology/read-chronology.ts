import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, Case, CaseId } from '#domain';
import { Database } from '#platform';
import type { ChronologyCategory } from './categories.ts';
import { readCursor, writeCursor } from './chronology-cursor.ts';
import type { ChronologyEntry } from './entry.ts';
import { FindReading } from './find-reading.ts';
import { gatherChronology } from './gather-chronology.ts';
import { comparePlaces, isWithin, placeOf } from './in-order.ts';
import { type Analysis, ChronologyAnalysisRepository } from './store/chronology-analysis.repository.ts';

/** What somebody wants to see of a chronology; each `null` for everything. */
export interface ChronologyFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly categories: readonly ChronologyCategory[] | null;
  readonly withSiblings: boolean;
}

export interface ChronologyQuestion extends ChronologyFilter {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly purpose: AccessPurpose | null;
  readonly order: 'oldest_first' | 'newest_first';
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor: string | null;
}

export interface ChronologyPage {
  readonly found: Case;
  readonly entries: readonly ChronologyEntry[];
  /** Of all pages together. */
  readonly total: number;
  readonly next: string | null;
  /** Cases beyond the most that one chronology takes in: the oldest are left out. */
  readonly casesLeftOut: number;
  /** What people made of it, newest first. */
  readonly analyses: readonly Analysis[];
}

/**
 * The chronology of one child across their cases, and on request those of brothers and sisters. A look at each case that
 * the page tells of is recorded.
 * @throws DomainError `not_found`, `not_allowed`, or `validation_failed` for a cursor that is not one of ours.
 */
@Injectable()
export class ReadChronology {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly reading: FindReading,
    private readonly analyses: ChronologyAnalysisRepository,
    private readonly log: AccessLog,
  ) {}

  execute(question: ChronologyQuestion): Promise<ChronologyPage> {
    const { actor, caseId, purpose } = question;
    const after = question.cursor === null ? null : readCursor(question.cursor);
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      const reading = await this.reading.execute(tx, actor, found, question.withSiblings);
      const all = filtered(await gatherChronology(reading, actor, question.categories), question);
      const sign = question.order === 'oldest_first' ? 1 : -1;
      const ordered = sign === 1 ? all : all.toReversed();
      const rest =
        after === null ? ordered : ordered.filter((entry) => sign * comparePlaces(placeOf(entry), after) > 0);
      const entries = rest.slice(0, question.limit);
      const last = entries.at(-1);
      const details = { entries: entries.length };
      const look = { event: 'case.chronology_viewed', by: 'case.read', purpose, details } as const;
      await this.log.viewedWith(tx, actor, found, othersIn(entries, found), look);
      return {
        ...{ found, entries, total: all.length, casesLeftOut: reading.leftOut },
        next: last === undefined || rest.length <= question.limit ? null : writeCursor(placeOf(last)),
        analyses: await this.analyses.ofCase(tx, found),
      };
    });
  }
}

/** The entries that somebody wants to see, in the order they came. */
export function filtered(
  entries: readonly ChronologyEntry[],
  { from, to, categories }: ChronologyFilter,
): ChronologyEntry[] {
  return entries.filter(
    (entry) => (categories === null || categories.includes(entry.category)) && isWithin(entry, from, to),
  );
}

/** The other cases that these entries tell of. */
export function othersIn(entries: readonly ChronologyEntry[], { id }: Case): Case[] {
  const cases = entries.flatMap(({ children }) => children.map(({ found }) => found));
  return [...new Map(cases.map((each) => [each.id, each])).values()].filter((each) => each.id !== id);
}
