import { Injectable } from '@nestjs/common';
import type { Case } from '#domain';
import { execute, sql, type Tx } from '#platform';

/** Somebody who has used the service, as they last did. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly canDecide: boolean;
}

/** To whom restricted cases are open. */
@Injectable()
export class CaseAccessRepository {
  /** How a restricted case is open to this person; `null` where it is open to them because their agency sent it. */
  async wayIn(tx: Tx, caseId: string, personId: string): Promise<'named' | 'break_glass' | null> {
    const [row] = await sql<{ named: boolean | null }>(tx, WAY_IN, [caseId, personId]);
    if (row === undefined || row.named === null) return null;
    return row.named ? 'named' : 'break_glass';
  }

  /** Opens the cases to these people for good; those who are named already stay so once. */
  async name(tx: Tx, cases: readonly Case[], personIds: readonly string[], by: string): Promise<void> {
    const ids = cases.map(({ id }) => id);
    await execute(tx, NAME, [ids, cases[0]?.authorityId, personIds, by]);
  }

  /** Ends what was given by name, and by break-glass too; `null` stands for everybody. */
  async close(tx: Tx, cases: readonly Case[], personId: string | null): Promise<number> {
    return execute(tx, CLOSE, [cases.map(({ id }) => id), personId]);
  }

  async namedOn(tx: Tx, referralId: string): Promise<string[]> {
    const rows = await sql<{ id: string }>(tx, NAMED, [referralId]);
    return rows.map(({ id }) => id);
  }

  async mark(tx: Tx, cases: readonly Case[], restricted: boolean): Promise<void> {
    await execute(tx, MARK, [cases.map(({ id }) => id), restricted]);
  }

  /** Those of these people who have used the service; the trail is the only directory of staff that there is. */
  knownPeople(tx: Tx, authorityId: string, personIds: readonly string[]): Promise<KnownPerson[]> {
    return sql<KnownPerson>(tx, KNOWN, [authorityId, personIds]);
  }
}

const WAY_IN = `SELECT bool_or(expires_at IS NULL) AS named FROM case_access
  WHERE case_id = $1 AND person_id = $2 AND (expires_at IS NULL OR expires_at > now())`;
const NAME = `INSERT INTO case_access (case_id, authority_id, person_id, granted_at, granted_by)
  SELECT c, $2, p, now(), $4 FROM unnest($1::uuid[]) AS c CROSS JOIN unnest($3::text[]) AS p
  WHERE NOT EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = c AND a.person_id = p AND a.expires_at IS NULL)`;
const CLOSE = `UPDATE case_access SET expires_at = now()
  WHERE case_id = ANY($1::uuid[]) AND ($2::text IS NULL OR person_id = $2) AND (expires_at IS NULL OR expires_at > now())`;
const NAMED = `SELECT DISTINCT a.person_id AS id FROM case_access a JOIN case_record c ON c.id = a.case_id
  WHERE c.referral_id = $1 AND a.expires_at IS NULL ORDER BY 1`;
const MARK = `UPDATE case_record SET restricted = $2, version = version + 1 WHERE id = ANY($1::uuid[])`;
const KNOWN = `SELECT p.id, e.actor_name AS name,
    string_to_array(coalesce(e.actor_role, ''), ',') && ARRAY['social_worker', 'manager'] AS "canDecide"
  FROM unnest($2::text[]) AS p (id) CROSS JOIN LATERAL (
    SELECT actor_name, actor_role FROM audit_event
    WHERE authority_id = $1 AND actor_id = p.id AND chain_id IS NULL AND actor_kind = 'person'
    ORDER BY occurred_at DESC, sequence DESC LIMIT 1) e`;
