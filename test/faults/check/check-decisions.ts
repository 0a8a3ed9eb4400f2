import type { TestDatabase } from '../../support/test-database.ts';
import type { Decided } from '../load/deciders.ts';
import type { Finding } from './findings.ts';

/** Every decision is a person's, once; and what a person saw decided is decided. */
export async function checkDecisions(
  database: TestDatabase,
  receipts: readonly Decided[],
): Promise<readonly Finding[]> {
  const found = await database.query<{ what: string }>('admin', NO_PERSON);
  const there = await database.query<{ case_id: string; decided_by: string; times: number }>('admin', PER_CASE);
  const byCase = new Map(there.map((row) => [row.case_id, row]));
  const doubled = there
    .filter(({ times }) => times > 1)
    .map((row) => `${row.case_id} decided ${String(row.times)} times`);
  const missing = receipts
    .filter(({ caseId, by }) => byCase.get(caseId)?.decided_by !== by)
    .map(({ caseId }) => caseId);
  return [
    ...found.map(({ what }): Finding => ({ against: 'misdecided', what })),
    ...missing.map((what): Finding => ({ against: 'misdecided', what: `${what}: not there` })),
    ...doubled.map((what): Finding => ({ against: 'doubled', what })),
  ];
}

/** A decision that no entry of a person in the audit log stands for, or that the engine wrote. */
const NO_PERSON = `SELECT d.id || ' by ' || d.decided_by AS what FROM decision d
  WHERE d.decided_by = 'engine' OR 1 <> (SELECT count(*) FROM audit_event a
    WHERE a.case_id = d.case_id AND a.action = 'case.decided' AND a.actor_kind = 'person' AND a.actor_id = d.decided_by
      AND a.details ->> 'decisionId' = d.id::text)`;

const PER_CASE = `SELECT case_id, min(decided_by) AS decided_by, count(*)::int AS times FROM decision GROUP BY case_id`;
