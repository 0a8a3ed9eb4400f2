import type { AuthorityId, Role } from '#domain';
import { sql, type Tx } from '#platform';

/** Somebody of the front door who can be given a case: known since they signed in. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/** What somebody has in hand. */
export interface Workload extends Colleague {
  readonly held: number;
  readonly overdue: number;
}

/** Whoever has not signed in for so long may have left. */
const GONE_AFTER = '60 days';

/** Those who may claim cases by their roles, with what they hold of what shows in this transaction; by name. */
export function findColleagues(tx: Tx, authorityId: AuthorityId, at: Date): Promise<Workload[]> {
  return sql<Workload>(tx, COLLEAGUES, [authorityId, at]);
}

export async function findColleague(tx: Tx, authorityId: AuthorityId, id: string): Promise<Colleague | null> {
  const text = `SELECT ${COLUMNS} FROM contact_point AS p WHERE authority_id = $1 AND person_id = $2 AND name IS NOT NULL`;
  const [row] = await sql<Colleague>(tx, text, [authorityId, id]);
  return row ?? null;
}

/** Whether a restricted case is open to this person, who need not be the one who asks. */
export async function isNamedOn(tx: Tx, caseId: string, personId: string): Promise<boolean> {
  const text = `SELECT 1 FROM case_access WHERE case_id = $1 AND person_id = $2
    AND (expires_at IS NULL OR expires_at > now())`;
  return (await sql(tx, text, [caseId, personId])).length > 0;
}

const COLUMNS = 'p.person_id AS id, p.name, p.roles, p.teams';

const COLLEAGUES = `SELECT ${COLUMNS}, coalesce(h.held, 0) AS held, coalesce(h.overdue, 0) AS overdue
  FROM contact_point AS p LEFT JOIN (
    SELECT claimed_by, count(*)::integer AS held, count(*) FILTER (WHERE next_due_at <= $2)::integer AS overdue
    FROM case_record WHERE authority_id = $1 AND open AND claimed_by IS NOT NULL GROUP BY claimed_by
  ) AS h ON h.claimed_by = p.person_id
  WHERE p.authority_id = $1 AND p.name IS NOT NULL AND p.roles && ARRAY['screener', 'social_worker', 'manager']
    AND (p.seen_at > $2::timestamptz - interval '${GONE_AFTER}' OR h.held > 0)
  ORDER BY p.name, p.person_id`;
