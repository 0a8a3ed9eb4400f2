import type { TestDatabase } from '../../support/test-database.ts';
import type { Finding } from './findings.ts';

/** Every step that came due was taken, once; and each left one entry in the log and its messages once. */
export async function checkClocks(database: TestDatabase, now: Date): Promise<readonly Finding[]> {
  const asked = await Promise.all([
    database.query<{ what: string }>('admin', OVERDUE, [now]),
    database.query<{ what: string }>('admin', NOT_ONE_ENTRY),
    database.query<{ what: string }>('admin', TOLD_TWICE),
  ]);
  return asked.flat().map(({ what }): Finding => ({ against: 'misclocked', what }));
}

/** Housekeeping looks every second; a case that somebody changes at that moment waits for its next look. */
const OVERDUE = `SELECT k.id || ' due ' || k.next_escalation_at AS what FROM case_clock k
  WHERE k.stopped_at IS NULL AND k.paused_at IS NULL AND k.next_escalation_at < $1::timestamptz`;

const NOT_ONE_ENTRY = `SELECT e.clock_id || ' ' || e.stage AS what FROM case_clock_escalation e
  WHERE 1 <> (SELECT count(*) FROM audit_event a WHERE a.case_id = e.case_id
    AND a.action IN ('clock.breached', 'clock.due_soon')
    AND a.details ->> 'clockId' = e.clock_id::text AND a.details ->> 'stage' = e.stage)
  UNION ALL
  SELECT a.id || ' has no step' FROM audit_event a WHERE a.action IN ('clock.breached', 'clock.due_soon')
    AND NOT EXISTS (SELECT 1 FROM case_clock_escalation e
      WHERE e.clock_id::text = a.details ->> 'clockId' AND e.stage = a.details ->> 'stage')`;

const TOLD_TWICE = `SELECT min(dedupe_key) AS what FROM message WHERE dedupe_key LIKE 'clock:%'
  GROUP BY authority_id, dedupe_key HAVING count(*) > 1`;
