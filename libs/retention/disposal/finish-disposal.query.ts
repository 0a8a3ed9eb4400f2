import { execute, sql, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';

/** A record that a disposal destroyed. */
export interface Destroyed {
  readonly referenceSha256: string;
  readonly ruleId: string;
}

/** In the order of the hashes: always the same list. */
export function findDestroyed(tx: Tx, id: DisposalId): Promise<Destroyed[]> {
  return sql<Destroyed>(tx, DESTROYED, [id]);
}

/** A disposal of this authority whose every record is settled and that is not closed yet, held by this transaction. */
export async function claimSettled(tx: Tx, authorityId: string): Promise<DisposalId | null> {
  const [row] = await sql<{ id: DisposalId }>(tx, CLAIM, [authorityId]);
  return row?.id ?? null;
}

export async function finishDisposal(tx: Tx, id: DisposalId, at: Date, listSha256: string): Promise<void> {
  await execute(tx, FINISH, [id, at, listSha256]);
}

const DESTROYED = `SELECT reference_sha256 AS "referenceSha256", rule_id AS "ruleId" FROM disposal_item
  WHERE disposal_id = $1 AND state = 'disposed' ORDER BY reference_sha256`;

const CLAIM = `SELECT d.id FROM disposal d JOIN disposal_approval a ON a.disposal_id = d.id
  WHERE d.authority_id = $1 AND d.state = 'listed'
    AND NOT EXISTS (SELECT 1 FROM disposal_item i WHERE i.disposal_id = d.id AND i.state = 'listed')
  LIMIT 1 FOR UPDATE OF d SKIP LOCKED`;

const FINISH = `UPDATE disposal SET state = 'done', finished_at = $2, list_sha256 = $3 WHERE id = $1`;
