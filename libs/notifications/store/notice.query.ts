import type { Actor } from '#domain';
import type { MessageTemplate } from '#messages';
import { execute, sql, type Tx } from '#platform';

/** Something that the service has to tell a person, as they see it in the service itself. */
export interface Notice {
  readonly id: string;
  readonly template: MessageTemplate;
  readonly urgent: boolean;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly caseId: string | null;
  /** Of the case, else of the referral. */
  readonly reference: string | null;
}

/** Where a page ended. */
export interface NoticePlace {
  readonly isRead: boolean;
  readonly at: Date;
  readonly id: string;
}

/** Unread ones first, each kind newest first. */
export function noticesOf(tx: Tx, actor: Actor, limit: number, after: NoticePlace | null): Promise<Notice[]> {
  const place = [after?.isRead ?? null, after?.at ?? null, after?.id ?? null];
  return sql<Notice>(tx, LIST, [...keysOf(actor), ...place, limit]);
}

export async function countUnread(tx: Tx, actor: Actor): Promise<number> {
  const [row] = await sql<{ count: number }>(tx, COUNT, keysOf(actor));
  return row?.count ?? 0;
}

/** Whether there is such a notice for the person; read twice it is read once. */
export async function markRead(tx: Tx, actor: Actor, id: string, at: Date): Promise<boolean> {
  const mine = await sql(tx, `SELECT m.id FROM message m ${MINE} AND m.id = $5`, [...keysOf(actor), id]);
  if (mine.length === 0) return false;
  const text = `INSERT INTO notice_read (message_id, person_id, authority_id, read_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING`;
  await execute(tx, text, [id, actor.id, actor.authorityId, at]);
  return true;
}

function keysOf({ authorityId, id, roles, teams }: Actor): unknown[] {
  return [authorityId, id, roles, teams];
}

/** To the person, or to a role of theirs that somebody else gave cause to tell. */
const MINE = `WHERE m.authority_id = $1 AND ((m.to_kind = 'person' AND m.to_id = $2)
    OR (m.to_kind = 'role' AND m.to_id = ANY ($3::text[]) AND (m.to_queue IS NULL OR m.to_queue = ANY ($4::text[]))
      AND (m.urgent OR m.caused_by IS DISTINCT FROM $2)))`;

const READ = 'LEFT JOIN notice_read n ON n.message_id = m.id AND n.person_id = $2';

const LIST = `SELECT m.id, m.template, m.urgent, m.created_at AS at, n.read_at AS "readAt", m.case_id AS "caseId",
    coalesce(c.reference, r.reference) AS reference
  FROM message m ${READ} LEFT JOIN case_record c ON c.id = m.case_id LEFT JOIN referral r ON r.id = m.referral_id
  ${MINE} AND ($5::boolean IS NULL OR (n.read_at IS NOT NULL) > $5
    OR ((n.read_at IS NOT NULL) = $5 AND (m.created_at, m.id) < ($6::timestamptz, $7::uuid)))
  ORDER BY n.read_at IS NOT NULL, m.created_at DESC, m.id DESC LIMIT $8`;

const COUNT = `SELECT count(*)::integer AS count FROM message m ${READ} ${MINE} AND n.read_at IS NULL`;
