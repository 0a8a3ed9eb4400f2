import { Injectable } from '@nestjs/common';
import type { AuthorityId } from '#domain';
import type { Receipt } from '#intake';
import { execute, sql, type Tx } from '#platform';
import { Vault } from '#vault';
import { type DraftContent, EMPTY_DRAFT } from '../content/draft-content.ts';
import type { Draft, DraftOwner } from '../draft.ts';

const PLACE = 'referral_draft.content';

type NewDraft = Omit<Draft, 'ended' | 'endedAt' | 'receipt'> & { readonly danger: boolean };

interface DraftRow extends Omit<Draft, 'content'> {
  readonly content: string | null;
}

/** Drafts, with what was typed sealed. PostgreSQL shows nobody but their owner. */
@Injectable()
export class DraftRepository {
  constructor(private readonly vault: Vault) {}

  async insert(tx: Tx, owner: DraftOwner, draft: NewDraft): Promise<void> {
    const { id, channel, page, version, startedAt, savedAt, expiresAt, danger } = draft;
    const content = this.sealed(id, draft.content);
    const values = [id, owner.authorityId, owner.id, channel, content, danger, page, version];
    await execute(tx, INSERT, [...values, startedAt, savedAt, expiresAt]);
  }

  async find(tx: Tx, { authorityId, id: owner }: DraftOwner, id: string): Promise<Draft | null> {
    const [row] = await sql<DraftRow>(tx, `${SELECT} AND id = $3`, [authorityId, owner, id]);
    return row === undefined ? null : this.opened(row);
  }

  /** Holds the row, so that two savings cannot cross. */
  async findForUpdate(tx: Tx, { authorityId, id: owner }: DraftOwner, id: string): Promise<Draft | null> {
    const [row] = await sql<DraftRow>(tx, `${SELECT} AND id = $3 FOR UPDATE`, [authorityId, owner, id]);
    return row === undefined ? null : this.opened(row);
  }

  /** Newest first. */
  async ofOwner(tx: Tx, { authorityId, id: owner }: DraftOwner, most: number): Promise<Draft[]> {
    const rows = await sql<DraftRow>(tx, `${SELECT} ORDER BY saved_at DESC, id LIMIT $3`, [authorityId, owner, most]);
    return rows.map((row) => this.opened(row));
  }

  async save(tx: Tx, draft: Omit<NewDraft, 'startedAt' | 'channel'>): Promise<void> {
    const { id, authorityId, danger, page, version, savedAt, expiresAt } = draft;
    const content = this.sealed(id, draft.content);
    await execute(tx, SAVE, [authorityId, id, content, danger, page, version, savedAt, expiresAt]);
  }

  /** @throws Error when it has changed or ended meanwhile: whatever was written with it is not kept either. */
  async markSent(tx: Tx, { authorityId, id, version }: Draft, receipt: Receipt, at: Date): Promise<void> {
    const found = await sql(tx, MARK_SENT, [authorityId, id, version, at, JSON.stringify(receipt)]);
    if (found.length === 0) throw new Error('The draft changed while it was being sent.');
  }

  async abandon(tx: Tx, { authorityId, id }: { readonly authorityId: AuthorityId; readonly id: string }, at: Date) {
    await execute(tx, ABANDON, [authorityId, id, at]);
  }

  private sealed(id: string, content: DraftContent): string {
    return this.vault.sealSecret(PLACE, id, JSON.stringify(content));
  }

  private opened({ content, ...row }: DraftRow): Draft {
    if (content === null) return { ...row, content: EMPTY_DRAFT };
    return { ...row, content: JSON.parse(this.vault.openSecret(PLACE, row.id, content)) as DraftContent };
  }
}

const SELECT = `SELECT id, authority_id AS "authorityId", channel, content, page, version, started_at AS "startedAt",
    saved_at AS "savedAt", expires_at AS "expiresAt", ended, ended_at AS "endedAt", receipt
  FROM referral_draft WHERE authority_id = $1 AND owner = $2`;

const INSERT = `INSERT INTO referral_draft (id, authority_id, owner, channel, content, danger, page, version, started_at,
    saved_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const SAVE = `UPDATE referral_draft SET content = $3, danger = $4, page = $5, version = $6, saved_at = $7, expires_at = $8
  WHERE authority_id = $1 AND id = $2 AND ended IS NULL`;

const MARK_SENT = `UPDATE referral_draft SET ended = 'sent', ended_at = $4, content = NULL, receipt = $5
  WHERE authority_id = $1 AND id = $2 AND version = $3 AND ended IS NULL RETURNING id`;

const ABANDON = `UPDATE referral_draft SET ended = 'abandoned', ended_at = $3, content = NULL
  WHERE authority_id = $1 AND id = $2 AND ended IS NULL`;
