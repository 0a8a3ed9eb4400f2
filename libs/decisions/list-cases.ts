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
}

export interface WorklistPage {
  readonly cases: readonly WorklistCase[];
  readonly next: string | null;
  /** The moment that "overdue" was judged at, the same on every page of one walk. */
  readonly asAt: Date;
}

export type WorklistCase = Case & { readonly overdue: boolean };

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
    const start: WorklistPosition = { asAt: this.clock.now(), section: 'handed_over', after: null };
    const from = request.cursor === null ? start : readCursor(request.cursor);
    const { actor, purpose = null } = request;
    const who = { authorityId: actor.authorityId, actorId: actor.id, reach: reachOf(actor) };
    const filter: WorklistFilter = { ...request, ...who };
    return this.database.inTransaction(actor, async (tx) => {
      const wanted = request.limit + 1;
      const found: WorklistRow[] = [];
      for (const section of WORKLIST_SECTIONS.slice(WORKLIST_SECTIONS.indexOf(from.section))) {
        if (found.length === wanted) break;
        const position = section === from.section ? from : { asAt: from.asAt, section, after: null };
        found.push(...(await findWorklistSection(tx, filter, position, wanted - found.length)));
      }
      const rows = found.slice(0, request.limit);
      const last = found.length > request.limit ? rows.at(-1) : undefined;
      const next = last === undefined ? null : writeCursor(last, from.asAt);
      const cases = await this.opened(tx, rows);
      await this.log.listed(tx, actor, cases, { isSearch: request.reference !== null, purpose });
      return { cases, asAt: from.asAt, next };
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

/** The practitioners' part of the list: their teams' cases from where the front door hands them over. */
function reachOf(actor: Actor): WorklistReach | null {
  const grants = grantsOf(actor, 'worklist.read');
  if (grants.some(({ relation }) => relation === 'own_authority')) return null;
  const states = CASE_STATES.filter((state) =>
    grants.some((grant) => grant.states === 'any' || grant.states.includes(state)),
  );
  return { teams: actor.teams, states };
}
