import { execute, sql, type Tx } from '#platform';

/** A record that no audit event speaks of: it was not written by the service. */
export interface Unrecorded {
  readonly kind: string;
  readonly id: string;
}

/** The first record that stands there without its audit event, or withdrawal without one; `null` when none does. */
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
  UNION ALL SELECT 'piece of information', i.id FROM case_information i WHERE i.authority_id = $1 AND NOT EXISTS (
    SELECT 1 FROM audit_event e WHERE e.case_id = i.case_id AND e.action = 'information.added'
      AND e.details ->> 'informationId' = i.id::text)
  UNION ALL SELECT 'withdrawal', i.id FROM case_information i
    WHERE i.authority_id = $1 AND i.withdrawn_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM audit_event e WHERE e.case_id = i.case_id AND e.action = 'information.withdrawn'
        AND e.details ->> 'informationId' = i.id::text)
  UNION ALL SELECT 'significant event', c.id FROM chronology_event c WHERE c.authority_id = $1 AND NOT EXISTS (
    SELECT 1 FROM audit_event e WHERE e.referral_id = c.referral_id
      AND e.action IN ('chronology.event_added', 'chronology.event_corrected') AND e.details ->> 'eventId' = c.id::text)
  UNION ALL SELECT 'analysis', a.id FROM chronology_analysis a WHERE a.authority_id = $1 AND NOT EXISTS (
    SELECT 1 FROM audit_event e WHERE e.case_id = a.case_id AND e.action = 'chronology.analysis_written'
      AND e.details ->> 'version' = a.version::text)
) AS unrecorded LIMIT 1`;
