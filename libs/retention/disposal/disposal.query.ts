import type { Actor } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';
import type { Disposal, DisposalItemState } from './disposal.ts';

type DisposalRow = Omit<Disposal, 'counts'> & Disposal['counts'];

export async function insertDisposal(
  tx: Tx,
  disposal: { id: DisposalId; dueOn: string; scheduleSha256: string; requestedAt: Date },
  by: Actor,
): Promise<void> {
  const { id, dueOn, scheduleSha256, requestedAt } = disposal;
  await execute(tx, INSERT, [id, by.authorityId, dueOn, scheduleSha256, by.id, by.name, requestedAt]);
}

export async function findDisposal(tx: Tx, id: DisposalId): Promise<Disposal | null> {
  const [row] = await sql<DisposalRow>(tx, `${DISPOSALS} WHERE d.id = $1`, [id]);
  return row === undefined ? null : disposalOf(row);
}

/** After one of them, newest first. */
export async function findDisposalPage(tx: Tx, after: DisposalId | null, limit: number): Promise<Disposal[]> {
  const rows = await sql<DisposalRow>(tx, PAGE, [after, limit]);
  return rows.map(disposalOf);
}

export async function noteReading(tx: Tx, id: DisposalId, by: Actor, at: Date): Promise<void> {
  await execute(tx, READING, [id, by.authorityId, by.id, at]);
}

export async function hasRead(tx: Tx, id: DisposalId, personId: string): Promise<boolean> {
  const read = 'SELECT 1 AS opened FROM disposal_reading WHERE disposal_id = $1 AND person_id = $2';
  return (await sql(tx, read, [id, personId])).length > 0;
}

/** `false` when somebody else has approved it in the meantime. */
export async function insertApproval(tx: Tx, disposal: Disposal, by: Actor, at: Date): Promise<boolean> {
  const values = [disposal.id, by.authorityId, disposal.requestedBy, by.id, by.name, at];
  return (await execute(tx, APPROVE, values)) === 1;
}

function disposalOf({ listed, kept, disposed, skipped, ...row }: DisposalRow): Disposal {
  return { ...row, counts: { listed, kept, disposed, skipped } };
}

const count = (state: DisposalItemState): string =>
  `(SELECT count(*)::int FROM disposal_item i WHERE i.disposal_id = d.id AND i.state = '${state}') AS "${state}"`;

const DISPOSALS = `SELECT d.id, d.authority_id AS "authorityId", d.state, d.due_on::text AS "dueOn",
    d.schedule_sha256 AS "scheduleSha256", d.requested_by AS "requestedBy", d.requested_by_name AS "requestedByName",
    d.requested_at AS "requestedAt", d.examined, d.listed_at AS "listedAt", a.approved_by_name AS "approvedByName",
    a.approved_at AS "approvedAt", d.finished_at AS "finishedAt", d.list_sha256 AS "listSha256",
    ${count('listed')}, ${count('kept')}, ${count('disposed')}, ${count('skipped')}
  FROM disposal d LEFT JOIN disposal_approval a ON a.disposal_id = d.id`;

const PAGE = `${DISPOSALS} WHERE $1::uuid IS NULL OR (d.requested_at, d.id) < (
    SELECT e.requested_at, e.id FROM disposal e WHERE e.id = $1)
  ORDER BY d.requested_at DESC, d.id DESC LIMIT $2`;

const INSERT = `INSERT INTO disposal (id, authority_id, state, due_on, schedule_sha256, requested_by, requested_by_name,
    requested_at) VALUES ($1, $2, 'computing', $3, $4, $5, $6, $7)`;

const READING = `INSERT INTO disposal_reading (disposal_id, authority_id, person_id, opened_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (disposal_id, person_id) DO NOTHING`;

const APPROVE = `INSERT INTO disposal_approval (disposal_id, authority_id, requested_by, approved_by, approved_by_name,
    approved_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (disposal_id) DO NOTHING`;
