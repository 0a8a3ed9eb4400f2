import { Injectable } from '@nestjs/common';
import type { Actor, Case } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';
import type { Enquiry, Reply, ReplyNote } from '../enquiry.ts';

const CONTENT = 'enquiry_reply.content';

/** What agencies answered, sealed; an enquiry has one reply at most. */
@Injectable()
export class ReplyRepository {
  constructor(private readonly vault: Vault) {}

  async insert(tx: Tx, enquiry: Enquiry, actor: Actor, { reply, at }: { reply: Reply; at: Date }): Promise<void> {
    const { id, caseId, referralId, agencyId } = enquiry;
    const { authorityId } = actor;
    const key = await this.vault.keyOf(tx, { authorityId, referralId });
    const content = JSON.stringify(reply);
    const sealed = [sealedUnder(key, CONTENT, id, content), this.indexOf(content)];
    await execute(tx, INSERT, [id, authorityId, caseId, agencyId, reply.kind, ...sealed, actor.id, actor.name, at]);
  }

  /** Whether the enquiry has been answered with exactly this. */
  async isSame(tx: Tx, authorityId: string, enquiryId: string, reply: Reply): Promise<boolean> {
    const rows = await sql(tx, SAME, [authorityId, enquiryId, this.indexOf(JSON.stringify(reply))]);
    return rows.length === 1;
  }

  notesOf(tx: Tx, found: Case): Promise<ReplyNote[]> {
    return sql<ReplyNote>(tx, NOTES, [found.authorityId, found.id]);
  }

  /** What the reply says; `null` while there is none. */
  async find(tx: Tx, found: Case, enquiryId: string): Promise<Reply | null> {
    const [row] = await sql<{ content: string }>(tx, FIND, [found.authorityId, enquiryId]);
    if (row === undefined) return null;
    const key = await this.vault.keyOf(tx, found);
    return JSON.parse(openedUnder(key, CONTENT, enquiryId, row.content)) as Reply;
  }

  /** Whether this was the first time that somebody read it. */
  async markRead(tx: Tx, actor: Actor, enquiryId: string, at: Date): Promise<boolean> {
    return (await execute(tx, READ, [actor.authorityId, enquiryId, actor.id, actor.name, at])) === 1;
  }

  private indexOf(content: string): string {
    return this.vault.blindIndex('enquiry_reply', content);
  }
}

const INSERT = `INSERT INTO enquiry_reply (enquiry_id, authority_id, case_id, agency_id, kind, content, content_index,
    answered_by, answered_by_name, answered_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const SAME = `SELECT 1 AS same FROM enquiry_reply WHERE authority_id = $1 AND enquiry_id = $2 AND content_index = $3`;
const NOTES = `SELECT enquiry_id AS "enquiryId", kind, answered_by_name AS "answeredByName", answered_at AS "answeredAt",
    read_by_name AS "readByName", read_at AS "readAt"
  FROM enquiry_reply WHERE authority_id = $1 AND case_id = $2`;
const FIND = 'SELECT content FROM enquiry_reply WHERE authority_id = $1 AND enquiry_id = $2';
const READ = `UPDATE enquiry_reply SET read_by = $3, read_by_name = $4, read_at = $5
  WHERE authority_id = $1 AND enquiry_id = $2 AND read_at IS NULL`;
