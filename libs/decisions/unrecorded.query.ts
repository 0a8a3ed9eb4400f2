import { execute, sql, type Tx } from '#platform';

/** A record that no audit event speaks of: it was not written by the service. */
export interface Unrecorded {
  readonly kind: string;
  readonly id: string;
}

/** The first referral, run, decision or signature that stands there without its audit event; `null` when none does. */
export async function findUnrecorded(tx: Tx, authorityId: string): Promise<Unrecorded | null> {
  // It goes through every record once, by night.
  await execute(tx, `SET LOCAL statement_timeout = '30min'`);
  const [found] = await sql<Unrecorded>(tx, UNRECORDED, [authorityId]);
  return found ?? null;
}

const UNRECORDED = `SELECT kind, id FROM (
  SELECT 'referral' AS kind, r.id FROM referral r WHERE r.authority_id = $1 AND NOT EXISTS (
    SELECT 1 FROM audit_event e WHERE e.referral_id = r.id AND e.action = 'referral.received')
  UNION ALL SELECT 'run', r.id FROM triage_run r WHERE r.authority_id = $1 AND NOT EXISTS (
    SELECT 1 FROM audit_event e WHERE e.case_id = r.case_id AND e.action = 'case.proposed'
      AND e.details ->> 'runId' = r.id::text)
  UNION ALL SELECT 'decision', d.id FROM decision d WHERE d.authority_id = $1 AND NOT EXISTS (
    SELECT 1 FROM audit_event e WHERE e.case_id = d.case_id AND e.action = 'case.decided'
      AND e.details ->> 'decisionId' = d.id::text)
  UNION ALL SELECT 'signature', s.decision_id FROM decision_sign_off s JOIN decision d ON d.id = s.decision_id
    WHERE s.authority_id = $1 AND NOT EXISTS (
      SELECT 1 FROM audit_event e WHERE e.case_id = d.case_id AND e.action IN ('decision.signed', 'decision.returned')
        AND e.actor_id = s.signed_by AND e.details ->> 'decisionId' = d.id::text)
) AS unrecorded LIMIT 1`;
