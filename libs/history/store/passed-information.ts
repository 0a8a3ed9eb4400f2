import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuthorityId, CaseId } from '#domain';
import { execute, sql, type Tx } from '#platform';

/** A new contact that is passed on to whoever works with the child already. */
export interface NewPassing {
  readonly authorityId: AuthorityId;
  /** The case of the new contact. */
  readonly caseId: CaseId;
  /** The case that they work on. */
  readonly toCaseId: CaseId;
  /** Who holds that case; `null` where it is with a team. */
  readonly toPerson: string | null;
  readonly toQueue: string;
  readonly sentAt: Date;
}

/** As stored, with who has read it. */
export interface PassedInformation extends NewPassing {
  readonly id: string;
  readonly readAt: Date | null;
  readonly readByName: string | null;
}

/** Which new contacts were passed on to which workers, and whether they have read them. */
@Injectable()
export class PassedInformationStore {
  /** The id of what was passed on; `null` when it had been before. */
  async pass(tx: Tx, passing: NewPassing): Promise<string | null> {
    const { authorityId, caseId, toCaseId, toPerson, toQueue, sentAt } = passing;
    const values = [randomUUID(), authorityId, caseId, toCaseId, toPerson, toQueue, sentAt];
    const [row] = await sql<{ id: string }>(tx, INSERT, values);
    return row?.id ?? null;
  }

  /** What was passed on to the worker of a case, the newest first. */
  toCase(tx: Tx, toCaseId: CaseId): Promise<PassedInformation[]> {
    return sql(tx, `${SELECT} WHERE to_case_id = $1 ORDER BY sent_at DESC, id`, [toCaseId]);
  }

  /** `false` when somebody has read it before. */
  async markRead(tx: Tx, id: string, by: { id: string; name: string }, at: Date): Promise<boolean> {
    const text = `UPDATE information_passed SET read_at = $2, read_by = $3, read_by_name = $4
      WHERE id = $1 AND read_at IS NULL`;
    return (await execute(tx, text, [id, at, by.id, by.name])) > 0;
  }
}

const INSERT = `INSERT INTO information_passed (id, authority_id, case_id, to_case_id, to_person, to_queue, sent_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (case_id, to_case_id) DO NOTHING RETURNING id`;

const SELECT = `SELECT id, authority_id AS "authorityId", case_id AS "caseId", to_case_id AS "toCaseId",
    to_person AS "toPerson", to_queue AS "toQueue", sent_at AS "sentAt", read_at AS "readAt",
    read_by_name AS "readByName"
  FROM information_passed`;
