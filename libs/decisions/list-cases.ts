import { Inject, Injectable } from '@nestjs/common';
import { type AccessPurpose, grantsOf } from '#access-policy';
import { AccessLog } from '#case-access';
import { type Actor, type Case, CASE_STATES, type Clock } from '#domain';
import { openChild } from '#intake';
import { CLOCK, Database, type Tx } from '#platform';
import { Vault } from '#vault';
import { readCursor, WORKLIST_SECTIONS, type WorklistPosition, writeCursor } from './worklist-cursor.ts';
import { findWorklistSection, type WorklistFilter, type WorklistReach, type WorklistRow } from './worklist.query.ts';

export interface WorklistRequest extends Omit<WorklistFilter, 'authorityId' | 'actorId' | 'reach'> {
  readonly actor: Actor;
  /** What the list is looked at for, where the person says so. */
  readonly purpose?: AccessPurpose | null;
  readonly limit: number;
  readonly cursor: string | null;
  /** Leaves out what a receiving team has finished with. */
  readonly current?: boolean;
}

export interface WorklistPage {
  readonly cases: readonly WorklistCase[];
  readonly next: string | null;
  /** Cursor of the page before; null on the first. */
  readonly previous: string | null;
  /** The moment that "overdue" was judged at, the same on every page of one walk. */
  readonly asAt: Date;
}

export type WorklistCase = Case & Pick<WorklistRow, 'overdue' | 'decidedOn' | 'indicators'>;

/**
 * The front door's open cases: what the emergency duty team handed over first, then overdue, then urgency (not yet triaged counts as red), then the first 1001 days,
 * then the longest waiting (domain pack 4.3). Pages by key, so that a page costs the same at any depth.
 * @throws DomainError `validation_failed` for a cursor that is not one of ours.
 */
@Injectable()
export class ListCases {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(request: WorklistRequest): Promise<WorklistPage> {
    const top = { asAt: this.clock.now(), section: WORKLIST_SECTIONS[0], after: null, backwards: false };
    const from: WorklistPosition = request.cursor === null ? top : readCursor(request.cursor);
    const { actor, purpose = null } = request;
    const who = { authorityId: actor.authorityId, actorId: actor.id, reach: reachOf(actor, request.current ?? false) };
    return this.database.inTransaction(actor, async (tx) => {
      const found = await findFrom(tx, { ...request, ...who }, from, request.limit + 1);
      const rows = found.slice(0, request.limit);
      const isMore = found.length > request.limit;
      if (from.backwards) rows.reverse();
      const cases = await this.opened(tx, rows);
      await this.log.listed(tx, actor, cases, { isSearch: request.reference !== null, purpose });
      return { cases, asAt: from.asAt, ...neighbours(rows, from, isMore) };
    });
  }

  /** The keys came with the rows; only for cases without one is there anything to ask. */
  private async opened(tx: Tx, rows: readonly WorklistRow[]): Promise<WorklistCase[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const { authorityId } = first;
    this.vault.remember(tx, authorityId, rows);
    const keys = await this.vault.keysOf(
      tx,
      authorityId,
      rows.map((row) => row.referralId),
    );
    return rows.map(({ child, wrapped: _, keyId: __, section: ___, ...row }) => ({
      ...row,
      ...openChild(keys.get(row.referralId) ?? null, row.id, child),
    }));
  }
}

/** Whether the whole authority's list is open to them, and not only their teams' part. */
export function seesWholeList(actor: Actor): boolean {
  return grantsOf(actor, 'worklist.read').some(({ relation }) => relation === 'own_authority');
}

/** Section after section from a place, in the direction of the walk, until there are enough. */
async function findFrom(
  tx: Tx,
  filter: WorklistFilter,
  from: WorklistPosition,
  wanted: number,
): Promise<WorklistRow[]> {
  const sections = from.backwards ? WORKLIST_SECTIONS.toReversed() : WORKLIST_SECTIONS;
  const found: WorklistRow[] = [];
  for (const section of sections.slice(sections.indexOf(from.section))) {
    if (found.length === wanted) break;
    const position = section === from.section ? from : { ...from, section, after: null };
    found.push(...(await findWorklistSection(tx, filter, position, wanted - found.length)));
  }
  return found;
}

/** Where the walk can go from this page. A page that was come to has one behind it. */
function neighbours(
  rows: readonly WorklistRow[],
  { asAt, after, backwards }: WorklistPosition,
  isMore: boolean,
): Pick<WorklistPage, 'next' | 'previous'> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return { next: null, previous: null };
  const isNext = backwards || isMore;
  const isPrevious = backwards ? isMore : after !== null;
  return {
    next: isNext ? writeCursor(last, asAt, false) : null,
    previous: isPrevious ? writeCursor(first, asAt, true) : null,
  };
}

/** The practitioners' part of the list: their teams' cases from where the front door hands them over. */
function reachOf(actor: Actor, current: boolean): WorklistReach | null {
  if (seesWholeList(actor)) return null;
  const grants = grantsOf(actor, 'worklist.read');
  const states = CASE_STATES.filter((state) =>
    grants.some((grant) => grant.states === 'any' || grant.states.includes(state)),
  );
  return { teams: actor.teams, states, current };
}
