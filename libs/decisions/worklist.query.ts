import type { AuthorityId, Case, CaseState, Urgency } from '#domain';
import { sql, type Tx } from '#platform';
import type { WorklistPosition, WorklistSection } from './worklist-cursor.ts';

export interface WorklistFilter {
  readonly authorityId: AuthorityId;
  readonly actorId: string;
  /** `null` for whoever sees every case. */
  readonly reach: WorklistReach | null;
  /** Of a case or of its referral; finds settled cases too. */
  readonly reference: string | null;
  readonly queue: string | null;
  readonly urgency: Urgency | 'not_triaged' | null;
  readonly state: CaseState | null;
  readonly area: string | null;
  readonly claimed: 'me' | 'nobody' | 'anybody' | null;
  readonly needsInformation: boolean | null;
}

/** What somebody may see who does not see the whole authority's list: cases of their teams or in their hands, in these states. */
export interface WorklistReach {
  readonly teams: readonly string[];
  readonly states: readonly CaseState[];
}

/** A case with its place in the list; `receivedAtExact` keeps the microseconds that a JavaScript date would drop. */
export type WorklistRow = Omit<Case, 'childName' | 'childDateOfBirth'> & {
  readonly rank: number;
  readonly overdue: boolean;
  readonly section: WorklistSection;
  readonly receivedAtExact: string;
  /** As it is stored: sealed. */
  readonly child: string | null;
  /** The key of its referral, fetched along: a page is one statement. */
  readonly wrapped: Buffer | null;
  readonly keyId: string | null;
};

/** Cases of one section after a position, in the order of the index `case_worklist`. */
export function findWorklistSection(
  tx: Tx,
  filter: WorklistFilter,
  position: WorklistPosition,
  limit: number,
): Promise<WorklistRow[]> {
  const { section } = position;
  const parameters: unknown[] = [filter.authorityId, position.asAt];
  const conditions = [
    'authority_id = $1',
    // A handover waits for the day team, whatever has been decided meanwhile.
    ...(filter.reference === null && filter.reach === null && section !== 'handed_over' ? ['open'] : []),
    BELONGS[section],
    ...filterConditions(filter, parameters),
  ];
  if (position.after !== null) {
    const { rank, receivedAt, id } = position.after;
    const first = parameters.push(rank, receivedAt, id) - 2;
    conditions.push(
      `(rank, received_at, id) > ($${String(first)}, $${String(first + 1)}::timestamptz, $${String(first + 2)})`,
    );
  }
  const size = parameters.push(limit);
  const text = `SELECT ${COLUMNS}, coalesce(next_due_at <= $2, false) AS overdue, '${section}' AS section
    FROM case_record LEFT JOIN record_key USING (authority_id, referral_id)
    WHERE ${conditions.join(' AND ')} ORDER BY rank, received_at, id LIMIT $${String(size)}`;
  return sql<WorklistRow>(tx, text, parameters);
}

const BELONGS: Readonly<Record<WorklistSection, string>> = {
  handed_over: 'handover_waiting',
  overdue: 'NOT handover_waiting AND next_due_at <= $2',
  in_time: 'NOT handover_waiting AND (next_due_at > $2 OR next_due_at IS NULL)',
};

function filterConditions(filter: WorklistFilter, parameters: unknown[]): string[] {
  const conditions: string[] = [];
  const equal = (column: string, value: unknown): void => {
    if (value !== null) conditions.push(`${column} = $${String(parameters.push(value))}`);
  };
  if (filter.reference !== null) {
    const at = `$${String(parameters.push(filter.reference))}`;
    const ofReferral = `SELECT id FROM referral WHERE authority_id = $1 AND reference = ${at}`;
    conditions.push(`(reference = ${at} OR referral_id IN (${ofReferral}))`);
  }
  if (filter.reach !== null) {
    const first = parameters.push(filter.reach.teams, filter.actorId, filter.reach.states) - 2;
    const [teams, holder, states] = [first, first + 1, first + 2].map(String);
    conditions.push(`(queue = ANY($${teams}::text[]) OR claimed_by = $${holder}) AND state = ANY($${states}::text[])`);
  }
  equal('queue', filter.queue);
  equal('state', filter.state);
  equal('area', filter.area);
  equal('needs_information', filter.needsInformation);
  if (filter.urgency === 'not_triaged') conditions.push('urgency IS NULL');
  else equal('urgency', filter.urgency);
  if (filter.claimed === 'me') equal('claimed_by', filter.actorId);
  if (filter.claimed === 'nobody') conditions.push('claimed_by IS NULL');
  if (filter.claimed === 'anybody') conditions.push('claimed_by IS NOT NULL');
  return conditions;
}

const EXACT = `to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const COLUMNS = `id, authority_id AS "authorityId", referral_id AS "referralId", agency_id AS "agencyId", reference,
  child_index AS "childIndex", child, area, queue, state, received_at AS "receivedAt", ${EXACT} AS "receivedAtExact", next_due_at AS "nextDueAt",
  first_1001_days AS "first1001Days", urgency, proposed_level AS "proposedLevel",
  proposed_urgency AS "proposedUrgency", restricted, handover_waiting AS "handoverWaiting", needs_information AS "needsInformation", triage_failure AS "triageFailure",
  claimed_by AS "claimedBy", claimed_by_name AS "claimedByName", claimed_at AS "claimedAt",
  input_version AS "inputVersion", current_run_id AS "currentRunId", current_decision_id AS "currentDecisionId",
  decided_pathway AS "decidedPathway",
  version, rank, wrapped, key_id AS "keyId"`;
