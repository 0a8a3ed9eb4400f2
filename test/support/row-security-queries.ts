/** Queries that forgot their authority. Each returns `authority_id` of whatever it sees. */
export function forgetfulQueries(table: string): string[] {
  return [
    `SELECT authority_id FROM ${table}`,
    `SELECT authority_id FROM ${table} WHERE authority_id IS NOT NULL OR true`,
    `SELECT authority_id FROM ${table} WHERE authority_id <> current_setting('front_door.authority')`,
    `WITH everything AS MATERIALIZED (SELECT * FROM ${table}) SELECT authority_id FROM everything`,
    `SELECT authority_id FROM ${table} GROUP BY authority_id`,
    `SELECT max(authority_id) AS authority_id FROM ${table} HAVING count(*) > 0`,
    `SELECT b.authority_id FROM ${table} a RIGHT JOIN ${table} b ON a.authority_id = b.authority_id`,
    `SELECT 'elsewhere' AS authority_id FROM ${table} WHERE EXISTS (SELECT 1 FROM ${table} o WHERE o.authority_id = 'elsewhere')`,
    `SELECT l.authority_id FROM generate_series(1, 2) n, LATERAL (SELECT authority_id FROM ${table} LIMIT 100) l`,
    `SELECT authority_id FROM ${table} UNION ALL SELECT authority_id FROM ${table}`,
  ];
}

/** As a hurried developer might write them, over several tables. */
export const HAND_WRITTEN: readonly string[] = [
  `SELECT r.authority_id FROM referral r JOIN case_record c ON true`,
  `SELECT c.authority_id FROM case_record c WHERE c.reference LIKE '%'`,
  `SELECT c.authority_id FROM case_record c WHERE c.id IN (SELECT case_id FROM case_clock) OR c.open`,
  `SELECT c.authority_id FROM case_record c ORDER BY rank, received_at, id LIMIT 500`,
  `SELECT c.authority_id FROM case_record c LEFT JOIN referral r ON r.id = c.referral_id WHERE r.id IS NULL`,
  `SELECT k.authority_id FROM case_match_key k JOIN case_match_key o ON o.kind = k.kind`,
  `SELECT d.authority_id FROM decision d LEFT JOIN decision_sign_off s ON s.decision_id = d.id`,
  `SELECT t.authority_id FROM triage_run t WHERE t.facts @> '{}'`,
  `SELECT a.authority_id FROM audit_event a WHERE a.occurred_at > '2000-01-01'`,
  `SELECT a.authority_id FROM audit_event a WHERE a.details ->> 'caseId' IS NULL ORDER BY a.sequence DESC`,
  `SELECT v.authority_id FROM rule_set_version v LEFT JOIN rule_set_approval p ON p.version_id = v.id`,
  `SELECT x.authority_id FROM rule_set_activation x WHERE x.withdrawn_at IS NULL OR true`,
  `SELECT f.authority_id FROM case_facts f WHERE f.seq >= 0 ORDER BY f.seq`,
  `SELECT f.authority_id FROM case_facts f NATURAL JOIN case_code c`,
  `SELECT o.authority_id FROM case_clock o WHERE o.due_at < now() + interval '100 years'`,
  `SELECT DISTINCT ON (c.state) c.authority_id FROM case_record c ORDER BY c.state, c.authority_id`,
  `SELECT c.authority_id FROM case_record c FULL JOIN decision d ON d.case_id = c.id WHERE c.id IS NOT NULL`,
  `SELECT q.authority_id FROM (SELECT *, row_number() OVER (ORDER BY authority_id) FROM agency) q`,
  `SELECT a.authority_id FROM agency a WHERE a.name ILIKE '%' OR a.id = ANY (SELECT agency_id FROM referral)`,
  `WITH RECURSIVE walk AS (SELECT id, authority_id FROM referral UNION SELECT c.referral_id, c.authority_id FROM case_record c)
   SELECT authority_id FROM walk`,
];
