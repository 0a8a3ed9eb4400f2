import { cursorOf, notACursor, partsOfCursor, sql, type Tx } from '#platform';
import type { DecisionFilter, DecisionQuestion, FoundDecision } from './decision-question.ts';

/** Conditions with their values, numbered from the first. */
class Conditions {
  private readonly texts: string[] = [];
  readonly values: unknown[] = [];

  /** `text` names its value as `?`, a second one as `!`. */
  add(text: string, ...values: readonly unknown[]): void {
    const first = this.values.length + 1;
    this.values.push(...values);
    this.texts.push(text.replaceAll('?', `$${String(first)}`).replaceAll('!', `$${String(first + 1)}`));
  }

  get text(): string {
    return this.texts.join(' AND ');
  }
}

const EQUAL = {
  decidedBy: 'i.decided_by = ?',
  pathway: 'i.pathway = ?',
  level: 'i.level = ?',
  urgency: 'i.urgency = ?',
  signOff: 'i.sign_off = ?',
  ruleSetHash: 'i.rule_set_hash = ?',
  ruleId: 'i.decision_id IN (SELECT x.decision_id FROM decision_rule x WHERE x.authority_id = $1 AND x.rule_id = ?)',
  agencyId: 'i.agency_id = ?',
  area: 'i.area = ?',
  team: 'i.team = ?',
  from: `i.decided_at >= (?::date)::timestamp AT TIME ZONE 'Europe/London'`,
  to: `i.decided_at < (?::date + 1)::timestamp AT TIME ZONE 'Europe/London'`,
} as const satisfies Partial<Record<keyof DecisionFilter, string>>;

/** Only what is asked for stands in the statement, so that PostgreSQL can choose the index that fits. */
function conditionsOf(authorityId: string, filter: DecisionFilter): Conditions {
  const conditions = new Conditions();
  conditions.add('i.authority_id = ?', authorityId);
  for (const name of Object.keys(EQUAL) as (keyof typeof EQUAL)[]) {
    if (filter[name] !== null) conditions.add(EQUAL[name], filter[name]);
  }
  if (filter.differs === 'other') conditions.add('i.differs = ANY (?::text[])', ['higher', 'lower', 'no_proposal']);
  else if (filter.differs !== null) conditions.add('i.differs = ?', filter.differs);
  return conditions;
}

/** One more than the limit, so that the caller knows whether there is another page. */
export async function findDecisions(tx: Tx, authorityId: string, asked: DecisionQuestion): Promise<FoundDecision[]> {
  const conditions = conditionsOf(authorityId, asked);
  if (asked.reference !== null) {
    conditions.add('i.case_id = ANY (?::uuid[])', await casesNamed(tx, authorityId, asked.reference));
  }
  const [sign, direction] = asked.order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
  if (asked.after !== null) {
    const [at, id] = placeOf(asked.after);
    conditions.add(`(i.decided_at, i.decision_id) ${sign} (?::timestamptz, !::uuid)`, at, id);
  }
  conditions.values.push(asked.limit + 1);
  const limit = `$${String(conditions.values.length)}`;
  const order = `ORDER BY i.decided_at ${direction}, i.decision_id ${direction} LIMIT ${limit}`;
  return sql<FoundDecision>(tx, `${FOUND} WHERE ${conditions.text} ${order}`, conditions.values);
}

export function nextAfter({ decidedAtExact, decisionId }: FoundDecision): string {
  return cursorOf([decidedAtExact, decisionId]);
}

/** Cases of a reference, which may be a case's or a referral's. */
async function casesNamed(tx: Tx, authorityId: string, reference: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(tx, NAMED, [authorityId, reference]);
  return rows.map(({ id }) => id);
}

const NAMED = `SELECT c.id FROM case_record c WHERE c.authority_id = $1 AND c.reference = $2
  UNION SELECT c.id FROM referral r JOIN case_record c ON c.referral_id = r.id
  WHERE r.authority_id = $1 AND r.reference = $2`;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string): [at: string, id: string] {
  const [at, id] = partsOfCursor(cursor);
  if (typeof at === 'string' && typeof id === 'string' && INSTANT.test(at) && UUID.test(id)) return [at, id];
  throw notACursor();
}

const FOUND = `SELECT i.decision_id AS "decisionId", i.case_id AS "caseId", c.reference, i.decided_at AS "decidedAt",
    to_char(i.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "decidedAtExact",
    i.decided_by_name AS "decidedByName", i.pathway, i.level, i.urgency, i.proposed_level AS "proposedLevel",
    i.proposed_urgency AS "proposedUrgency", i.differs, i.sign_off AS "signOff",
    i.rule_set_version AS "ruleSetVersion", i.rules, i.agency_id AS "agencyId", i.area, i.team
  FROM decision_index i JOIN case_record c ON c.id = i.case_id`;
