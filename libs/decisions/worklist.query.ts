import type { AuthorityId, Case, CaseState, Level, Urgency } from '#domain';
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
  /** Only what is overdue. */
  readonly overdue?: boolean;
  /** In the hands of this person. */
  readonly holder?: string | null;
}

/** What somebody may see who does not see the whole authority's list: cases of their teams or in their hands, in these states. */
export interface WorklistReach {
  readonly teams: readonly string[];
  readonly states: readonly CaseState[];
  /** Only what is still in hand there, which an index of its own finds. */
  readonly current: boolean;
}

/** A case with its place in the list; `receivedAtExact` keeps the microseconds that a JavaScript date would drop. */
export type WorklistRow = Omit<Case, 'childName' | 'childDateOfBirth'> & {
  readonly rank: number;
  readonly overdue: boolean;
  readonly section: WorklistSection;
  readonly receivedAtExact: string;
  /** What the standing decision answered; null before there is one. */
  readonly decidedOn: { readonly level: Level | null; readonly urgency: Urgency | null } | null;
  /** Indicators that the rules took as present, by id. */
  readonly indicators: readonly string[];
  /** As it is stored: sealed. */
  readonly child: string | null;
  /** The key of its referral, fetched along: a page is one statement. */
  readonly wrapped: Buffer | null;
  readonly keyId: string | null;
};

/** Up to so many overdue cases are sorted as they are found; among more of them the list's own order meets enough. */
const FEW = 2_000;

/** Cases of one section from a position on, in the order of the index `case_worklist`; backwards in the order against it. */
export async function findWorklistSection(
  tx: Tx,
  filter: WorklistFilter,
  position: WorklistPosition,
  limit: number,
): Promise<WorklistRow[]> {
  const { section, asAt } = position;
  if (filter.overdue === true && section === 'in_time') return [];
  const isOpenOnly = filter.reference === null && filter.reach === null;
  const parameters: unknown[] = [filter.authorityId, asAt];
  const conditions = [
    ...sectionConditions(filter, section, isOpenOnly),
    ...filterConditions(filter, parameters),
    ...afterPosition(position, parameters),
  ];
  const isFew = section === 'overdue' && isOpenOnly && (await isFewOverdue(tx, filter.authorityId, asAt));
  const order = position.backwards ? 'rank DESC, received_at DESC, id DESC' : 'rank, received_at, id';
  const size = `$${String(parameters.push(limit))}`;
  const places = `SELECT id FROM ${isFew ? 'overdue' : 'case_record'} WHERE ${conditions.join(' AND ')}
    ORDER BY ${order} LIMIT ${size}`;
  const text = `${isFew ? OVERDUE : ''} SELECT ${columnsOf(section)} FROM (${places}) AS place ${WHOLE} ORDER BY ${order}`;
  return sql<WorklistRow>(tx, text, parameters);
}

function sectionConditions(filter: WorklistFilter, section: WorklistSection, isOpenOnly: boolean): string[] {
  return [
    'authority_id = $1',
    // A handover waits for the day team, whatever has been decided meanwhile.
    ...(isOpenOnly && section !== 'handed_over' ? ['open'] : []),
    BELONGS[section],
    ...(filter.overdue === true ? ['next_due_at <= $2'] : []),
  ];
}

/** Among fifty thousand open cases, going through them in order until a few overdue ones are met would take long. */
async function isFewOverdue(tx: Tx, authorityId: AuthorityId, asAt: Date): Promise<boolean> {
  const rows = await sql<{ found: number }>(tx, COUNT_FEW, [authorityId, asAt, FEW + 1]);
  return (rows[0]?.found ?? 0) <= FEW;
}

const COUNT_FEW = `SELECT count(*)::integer AS found FROM (
  SELECT 1 FROM case_record WHERE authority_id = $1 AND open AND next_due_at <= $2 LIMIT $3) AS few`;

const OVERDUE = `WITH overdue AS MATERIALIZED (
  SELECT id, authority_id, rank, received_at, next_due_at, handover_waiting, open, queue, state, area, urgency,
    needs_information, claimed_by
  FROM case_record WHERE authority_id = $1 AND open AND next_due_at <= $2)`;

/** The whole of the few cases that were found. Without OFFSET PostgreSQL, which plans for a limit that it does not know, reads every key there is. */
const WHOLE = `CROSS JOIN LATERAL (SELECT * FROM case_record WHERE id = place.id OFFSET 0) AS c
  LEFT JOIN LATERAL (SELECT wrapped, key_id FROM record_key AS k
    WHERE k.authority_id = c.authority_id AND k.referral_id = c.referral_id OFFSET 0) AS k ON true`;

const BELONGS: Readonly<Record<WorklistSection, string>> = {
  handed_over: 'handover_waiting',
  overdue: 'NOT handover_waiting AND next_due_at <= $2',
  in_time: 'NOT handover_waiting AND (next_due_at > $2 OR next_due_at IS NULL)',
};

/** Each urgency has two places in the order, which lets the index find it. */
const RANKS: Readonly<Record<Urgency | 'not_triaged', string>> = {
  not_triaged: 'urgency IS NULL AND rank BETWEEN 0 AND 1',
  red: `urgency = 'red' AND rank BETWEEN 0 AND 1`,
  amber: `urgency = 'amber' AND rank BETWEEN 2 AND 3`,
  green: `urgency = 'green' AND rank BETWEEN 4 AND 5`,
  blue: `urgency = 'blue' AND rank BETWEEN 6 AND 7`,
};

function afterPosition({ after, backwards }: WorklistPosition, parameters: unknown[]): string[] {
  if (after === null) return [];
  const { rank, receivedAt, id } = after;
  const first = parameters.push(rank, receivedAt, id) - 2;
  const place = `($${String(first)}, $${String(first + 1)}::timestamptz, $${String(first + 2)}::uuid)`;
  return [`(rank, received_at, id) ${backwards ? '<' : '>'} ${place}`];
}

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
    if (filter.reach.current) conditions.push(`state IN ('routed', 'accepted')`);
  }
  equal('queue', filter.queue);
  equal('state', filter.state);
  equal('area', filter.area);
  equal('needs_information', filter.needsInformation);
  equal('claimed_by', filter.holder ?? null);
  if (filter.urgency !== null) conditions.push(RANKS[filter.urgency]);
  if (filter.claimed === 'me') equal('claimed_by', filter.actorId);
  if (filter.claimed === 'nobody') conditions.push('claimed_by IS NULL');
  if (filter.claimed === 'anybody') conditions.push('claimed_by IS NOT NULL');
  return conditions;
}

const EXACT = `to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const DECIDED_ON = `(SELECT jsonb_build_object('level', d.proposed_level, 'urgency', d.proposed_urgency)
  FROM decision d WHERE d.id = c.current_decision_id)`;

/** The facts are codes; what was written about the child stays sealed. */
const INDICATORS = `coalesce((SELECT array_agg(substr(f.key, 11) ORDER BY f.key) FROM triage_run r, jsonb_each(r.facts) AS f
  WHERE r.id = c.current_run_id AND f.key LIKE 'indicator.%' AND f.value -> 'value' = 'true'), '{}')`;

function columnsOf(section: WorklistSection): string {
  return `${COLUMNS}, coalesce(next_due_at <= $2, false) AS overdue, '${section}' AS section,
    ${EXACT} AS "receivedAtExact", ${DECIDED_ON} AS "decidedOn", ${INDICATORS} AS indicators`;
}

const COLUMNS = `c.id, authority_id AS "authorityId", referral_id AS "referralId", agency_id AS "agencyId", reference,
  child_index AS "childIndex", child, area, queue, state, received_at AS "receivedAt", next_due_at AS "nextDueAt",
  first_1001_days AS "first1001Days", urgency, proposed_level AS "proposedLevel",
  proposed_urgency AS "proposedUrgency", restricted, handover_waiting AS "handoverWaiting", needs_information AS "needsInformation", triage_failure AS "triageFailure",
  claimed_by AS "claimedBy", claimed_by_name AS "claimedByName", claimed_at AS "claimedAt",
  input_version AS "inputVersion", current_run_id AS "currentRunId", current_decision_id AS "currentDecisionId",
  decided_pathway AS "decidedPathway",
  version, rank, wrapped, key_id AS "keyId"`;
