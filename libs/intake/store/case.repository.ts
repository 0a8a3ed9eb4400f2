import { Injectable } from '@nestjs/common';
import type { AuthorityId, Case, CaseId } from '#domain';
import type { Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';
import { In } from 'typeorm';
import { CaseRow } from './case.entity.ts';
import { openChild } from './child-column.ts';

/** What may change about a case after it was opened. */
export type CaseChanges = Partial<
  Pick<
    Case,
    | 'queue'
    | 'state'
    | 'nextDueAt'
    | 'first1001Days'
    | 'urgency'
    | 'proposedLevel'
    | 'proposedUrgency'
    | 'handoverWaiting'
    | 'needsInformation'
    | 'triageFailure'
    | 'claimedBy'
    | 'claimedByName'
    | 'claimedAt'
    | 'currentRunId'
    | 'currentDecisionId'
    | 'decidedPathway'
  >
>;

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

  async ofReferral(tx: Tx, referralId: string): Promise<Case[]> {
    const rows = await tx.getRepository(CaseRow).find({ where: { referralId }, order: { childIndex: 'ASC' } });
    const keys = await this.vault.keysOf(tx, rows[0]?.authorityId ?? '', [referralId]);
    return rows.map((row) => caseOf(row, keys.get(referralId) ?? null));
  }

  /** Many of one authority in two queries; those that the transaction may not see are left out. */
  async ofIds(tx: Tx, authorityId: AuthorityId, ids: readonly CaseId[]): Promise<Case[]> {
    const rows = await tx.getRepository(CaseRow).find({ where: { authorityId, id: In(ids) } });
    const keys = await this.vault.keysOf(
      tx,
      authorityId,
      rows.map(({ referralId }) => referralId),
    );
    return rows.map((row) => caseOf(row, keys.get(row.referralId) ?? null));
  }

  /** Writes the changes and counts the record's version up; the caller holds the row. */
  async update(tx: Tx, found: Case, changes: CaseChanges): Promise<Case> {
    const version = found.version + 1;
    await tx.getRepository(CaseRow).update({ id: found.id }, { ...changes, version });
    return { ...found, ...changes, version };
  }
}

function caseOf({ child, ...row }: CaseRow, key: RecordKey | null): Case {
  return { ...row, ...openChild(key, row.id, child) } as unknown as Case;
}
