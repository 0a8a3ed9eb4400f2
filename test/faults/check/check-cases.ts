import type { TestDatabase } from '../../support/test-database.ts';
import type { Finding, Invariant } from './findings.ts';

interface Wrong {
  readonly what: string;
}

/** What no row of the database may be, whoever wrote it: each statement gives the rows that are. */
export async function checkCases(database: TestDatabase): Promise<readonly Finding[]> {
  const found = Object.entries(WRONG).map(async ([name, text]) => {
    const against = name.split(':')[0] as Invariant;
    const rows = await database.query<Wrong>('admin', text);
    return rows.map(({ what }): Finding => ({ against, what }));
  });
  return (await Promise.all(found)).flat();
}

/** By the invariant they break, and a word that tells statements of one invariant apart. */
const WRONG: Readonly<Record<string, string>> = {
  // The numbers beside the queues are kept by a trigger and folded by workers: they must be those of the cases.
  'misplaced:counts': `SELECT format('%s/%s: %s counted, %s there', queue, urgency, counted, there) AS what FROM (
      SELECT queue, urgency, sum(counted)::int AS counted, sum(there)::int AS there FROM (
        SELECT queue, urgency, cases AS counted, 0 AS there FROM worklist_count
        UNION ALL SELECT queue, urgency, cases, 0 FROM worklist_change
        UNION ALL SELECT queue, coalesce(urgency, 'not_triaged'), 0, 1 FROM case_record WHERE open AND NOT restricted) every
      GROUP BY queue, urgency) compared
    WHERE counted <> there`,
  'misruled:twice': `SELECT case_id || ' version ' || input_version AS what FROM triage_run
    GROUP BY case_id, input_version HAVING count(*) > 1`,
  'misruled:not newest': `SELECT c.id::text AS what FROM case_record c JOIN triage_run t ON t.id = c.current_run_id
    WHERE t.case_id <> c.id OR t.input_version < (SELECT max(o.input_version) FROM triage_run o WHERE o.case_id = c.id)`,
  'misruled:no rules': `SELECT t.id::text AS what FROM triage_run t
    LEFT JOIN rule_set_content r ON r.hash = t.rule_set_hash WHERE r.hash IS NULL`,
  'notProposed:stranded': `SELECT c.id::text AS what FROM case_record c
    WHERE c.current_run_id IS NULL AND c.triage_failure IS NULL AND c.current_decision_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM outbox_message m WHERE m.case_id = c.id AND m.done_at IS NULL)`,
};
