import { Injectable } from '@nestjs/common';
import type { AuthorityId, Case, CaseId } from '#domain';
import { execute, type Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';
import { Any } from 'typeorm';
import { CaseRow } from './case.entity.ts';
import { openChild } from './child-column.ts';

/** What a proposal says of a case. */
export type ProposedChanges = Pick<
  Case,
  | 'queue'
  | 'state'
  | 'nextDueAt'
  | 'first1001Days'
  | 'urgency'
  | 'proposedLevel'
  | 'proposedUrgency'
  | 'needsInformation'
  | 'triageFailure'
  | 'currentRunId'
>;

/** What people do with it. */
type ChangesByPeople = Pick<
  Case,
  'handoverWaiting' | 'claimedBy' | 'claimedByName' | 'claimedAt' | 'currentDecisionId' | 'decidedPathway'
>;

/** What may change about a case after it was opened. */
export type CaseChanges = Partial<ProposedChanges & ChangesByPeople>;

/** Cases, read and written inside the caller's transaction. */
@Injectable()
export class CaseRepository {
  constructor(private readonly vault: Vault) {}

  async find(tx: Tx, authorityId: AuthorityId, id: CaseId): Promise<Case | null> {
    const row = await tx.getRepository(CaseRow).findOne({ where: { id, authorityId } });
    return row === null ? null : caseOf(row, await this.vault.keyOf(tx, row));
  }

  async findByReference(tx: Tx, authorityId: AuthorityId, reference: string): Promise<Case | null> {
    const row = await tx.getRepository(CaseRow).findOne({ where: { authorityId, reference } });
    return row === null ? null : caseOf(row, await this.vault.keyOf(tx, row));
  }

  /**
   * As `find`, and holds the row until the transaction ends, so that two changes cannot cross. Not against others that
   * merely point to the case: they would wait for one another.
   */
  async findForUpdate(tx: Tx, authorityId: AuthorityId, id: CaseId): Promise<Case | null> {
    const lock = { mode: 'for_no_key_update' } as const;
    const row = await tx.getRepository(CaseRow).findOne({ where: { id, authorityId }, lock });
    return row === null ? null : caseOf(row, await this.vault.keyOf(tx, row));
  }

  /** As `findForUpdate` for many, held in one order so that two who want some of the same never wait for each other. */
  async findEachForUpdate(tx: Tx, authorityId: AuthorityId, ids: readonly CaseId[]): Promise<Case[]> {
    const lock = { mode: 'for_no_key_update' } as const;
    const where = { authorityId, id: Any(ids) };
    const rows = await tx.getRepository(CaseRow).find({ where, lock, order: { id: 'ASC' } });
    return this.opened(tx, authorityId, rows);
  }

  async ofReferral(tx: Tx, referralId: string): Promise<Case[]> {
    const rows = await tx.getRepository(CaseRow).find({ where: { referralId }, order: { childIndex: 'ASC' } });
    const keys = await this.vault.keysOf(tx, rows[0]?.authorityId ?? '', [referralId]);
    return rows.map((row) => caseOf(row, keys.get(referralId) ?? null));
  }

  /** Many of one authority in two queries; those that the transaction may not see are left out. */
  async ofIds(tx: Tx, authorityId: AuthorityId, ids: readonly CaseId[]): Promise<Case[]> {
    return this.opened(tx, authorityId, await tx.getRepository(CaseRow).find({ where: { authorityId, id: Any(ids) } }));
  }

  /** Writes the changes and counts the record's version up; the caller holds the row. */
  async update(tx: Tx, found: Case, changes: CaseChanges): Promise<Case> {
    const version = found.version + 1;
    await tx.getRepository(CaseRow).update({ id: found.id }, { ...changes, version });
    return { ...found, ...changes, version };
  }

  /** As `update`, for what was proposed for many cases, in one statement. */
  async propose(
    tx: Tx,
    proposed: readonly { readonly found: Case; readonly changes: ProposedChanges }[],
  ): Promise<Case[]> {
    const after = proposed.map(({ found, changes }): Case => ({ ...found, ...changes, version: found.version + 1 }));
    if (after.length > 0) await execute(tx, PROPOSE, [JSON.stringify(after.map(proposedRow))]);
    return after;
  }

  private async opened(tx: Tx, authorityId: AuthorityId, rows: readonly CaseRow[]): Promise<Case[]> {
    const referralIds = rows.map(({ referralId }) => referralId);
    const keys = await this.vault.keysOf(tx, authorityId, referralIds);
    return rows.map((row) => caseOf(row, keys.get(row.referralId) ?? null));
  }
}

/** What `PROPOSE` writes, and no name. */
function proposedRow({ id, queue, state, nextDueAt, first1001Days, urgency, ...rest }: Case): object {
  const { proposedLevel, proposedUrgency, needsInformation, triageFailure, currentRunId, version } = rest;
  const proposal = { proposedLevel, proposedUrgency, needsInformation, triageFailure, currentRunId, version };
  return { id, queue, state, nextDueAt, first1001Days, urgency, ...proposal };
}

const PROPOSE = `UPDATE case_record c SET queue = p.queue, state = p.state, next_due_at = p."nextDueAt",
    first_1001_days = p."first1001Days", urgency = p.urgency, proposed_level = p."proposedLevel",
    proposed_urgency = p."proposedUrgency", needs_information = p."needsInformation", triage_failure = p."triageFailure",
    current_run_id = p."currentRunId", version = p.version
  FROM json_to_recordset($1::json) AS p (id uuid, queue text, state text, "nextDueAt" timestamptz, "first1001Days" boolean,
    urgency text, "proposedLevel" text, "proposedUrgency" text, "needsInformation" boolean, "triageFailure" text,
    "currentRunId" uuid, version integer)
  WHERE c.id = p.id`;

function caseOf({ child, ...row }: CaseRow, key: RecordKey | null): Case {
  return { ...row, ...openChild(key, row.id, child) } as unknown as Case;
}
