import { execute, sql, type Tx } from '#platform';
import type { ArrivedEvent, StoredEvent } from '../entry/stored-event.ts';

/** Columns that the service writes; PostgreSQL itself gives `sequence` and `xid`. */
const WRITTEN: readonly (readonly [column: string, property: keyof StoredEvent])[] = [
  ['id', 'id'],
  ['authority_id', 'authorityId'],
  ['referral_id', 'referralId'],
  ['case_id', 'caseId'],
  ['occurred_at', 'occurredAt'],
  ['actor_id', 'actorId'],
  ['actor_name', 'actorName'],
  ['actor_kind', 'actorKind'],
  ['actor_role', 'actorRole'],
  ['action', 'action'],
  ['from_state', 'fromState'],
  ['to_state', 'toState'],
  ['reason', 'reason'],
  ['rule_set_version', 'ruleSetVersion'],
  ['rule_set_hash', 'ruleSetHash'],
  ['correlation_id', 'correlationId'],
  ['details', 'details'],
  ['chain_id', 'chainId'],
  ['chain_seq', 'chainSequence'],
  ['previous_hash', 'previousHash'],
  ['actor_salt', 'actorSalt'],
  ['actor_commitment', 'actorCommitment'],
  ['reason_salt', 'reasonSalt'],
  ['reason_commitment', 'reasonCommitment'],
  ['record_salt', 'recordSalt'],
  ['record_commitment', 'recordCommitment'],
  ['leaf_hash', 'leafHash'],
];

/** Every column of an event `e`, under the names that the code knows it by. */
export const EVENT_COLUMNS: string = [
  ...WRITTEN.map(([column, property]) => `e.${column} AS "${property}"`),
  'e.xid::text AS xid',
  'e.sequence::text AS sequence',
].join(', ');

/** All of them in one statement, in their order, whatever their number. */
export async function insertEvents(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  const rows = events.map((event) =>
    Object.fromEntries(WRITTEN.map(([column, property]) => [column, asJson(event[property])])),
  );
  await execute(tx, INSERT, [JSON.stringify(rows)]);
}

/** Bytes as PostgreSQL reads them. */
function asJson(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}

const COLUMNS = WRITTEN.map(([column]) => column).join(', ');

const INSERT = `INSERT INTO audit_event (${COLUMNS})
  SELECT ${COLUMNS} FROM json_populate_recordset(NULL::audit_event, $1::json)`;

/** Everything recorded about one case and about the referral it came with, oldest first. */
export function findEventsOfCase(
  tx: Tx,
  of: { readonly authorityId: string; readonly caseId: string; readonly referralId: string },
): Promise<ArrivedEvent[]> {
  return sql<ArrivedEvent>(tx, OF_CASE, [of.authorityId, of.caseId, of.referralId]);
}

/** What of these kinds was recorded about any of the cases, oldest first. */
export function findEventsOfCases(
  tx: Tx,
  of: { readonly authorityId: string; readonly caseIds: readonly string[]; readonly actions: readonly string[] },
): Promise<ArrivedEvent[]> {
  return sql<ArrivedEvent>(tx, OF_CASES, [of.authorityId, of.caseIds, of.actions]);
}

const OF_CASES = `SELECT ${EVENT_COLUMNS} FROM audit_event e
  WHERE e.authority_id = $1 AND e.case_id = ANY ($2::uuid[]) AND e.action = ANY ($3::text[]) ORDER BY e.sequence`;

const OF_CASE = `SELECT ${EVENT_COLUMNS} FROM audit_event e
  WHERE e.authority_id = $1 AND (e.case_id = $2 OR (e.referral_id = $3 AND e.case_id IS NULL)) ORDER BY e.sequence`;
