import { ACCESS_ACTIONS, type AccessAction } from '#audit';
import type { Actor, Case } from '#domain';
import { sql, type Tx } from '#platform';

/** One look at a record. */
export interface AccessEvent {
  readonly id: string;
  /** Place in the log of the authority, as text: it may be larger than a number holds. */
  readonly sequence: string;
  /** UTC, with microseconds. */
  readonly at: string;
  readonly action: AccessAction;
  readonly personId: string;
  readonly personName: string;
  readonly roles: string | null;
  readonly caseId: string | null;
  readonly referralId: string | null;
  /** Why it was open to the person; `null` where nothing recorded it. */
  readonly relation: string | null;
  readonly purpose: string | null;
  /** How many records a list showed; `null` for a look at one. */
  readonly shown: number | null;
}

export interface EventPosition {
  readonly at: string;
  readonly sequence: string;
}

interface EventPage {
  readonly after: EventPosition | null;
  readonly limit: number;
}

/** Looks at the case, at its referral, and on request the worklists that showed it. */
export function accessEventsOfCase(tx: Tx, found: Case, withLists: boolean, page: EventPage): Promise<AccessEvent[]> {
  const { authorityId, id, referralId } = found;
  return sql<AccessEvent>(tx, OF_CASE, [authorityId, ...pageValues(page), id, referralId, withLists]);
}

/** What one person looked at. */
export function accessEventsOfPerson(tx: Tx, { authorityId, id }: Actor, page: EventPage): Promise<AccessEvent[]> {
  return sql<AccessEvent>(tx, OF_PERSON, [authorityId, ...pageValues(page), id]);
}

function pageValues({ after, limit }: EventPage): unknown[] {
  return [ACCESS_ACTIONS, after?.at ?? null, after?.sequence ?? null, limit];
}

const EVENT = `SELECT id, sequence::text, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
    action, actor_id AS "personId", actor_name AS "personName", actor_role AS roles, case_id AS "caseId",
    referral_id AS "referralId", details ->> 'relation' AS relation, details ->> 'purpose' AS purpose,
    coalesce(jsonb_array_length(details -> 'caseIds'), (details ->> 'shown')::integer) AS shown
  FROM audit_event
  WHERE authority_id = $1 AND action = ANY($2::text[])
    AND ($3::timestamptz IS NULL OR (occurred_at, sequence) < ($3::timestamptz, $4::bigint))`;
/** By the column itself: under its bare name stands the text that is shown. */
const NEWEST_FIRST = 'ORDER BY occurred_at DESC, audit_event.sequence DESC LIMIT $5';
const OF_CASE = `${EVENT} AND (case_id = $6 OR (referral_id = $7 AND case_id IS NULL)
    OR ($8::boolean AND action = 'worklist.viewed' AND details -> 'caseIds' ? $6::text)) ${NEWEST_FIRST}`;
const OF_PERSON = `${EVENT} AND actor_id = $6 AND chain_id IS NULL ${NEWEST_FIRST}`;
