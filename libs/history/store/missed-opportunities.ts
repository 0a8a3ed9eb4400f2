import { Injectable } from '@nestjs/common';
import type { Case, CaseId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { MissedOpportunity } from '../missed-opportunity.ts';

/** One that was noted with a statutory decision. */
export interface NotedOpportunity extends MissedOpportunity {
  readonly decisionId: string;
  readonly reference: string;
}

/** What had been missed when a statutory decision was made, as the decider could see it then. Written once. */
@Injectable()
export class MissedOpportunities {
  async insert(tx: Tx, found: Case, decisionId: string, missed: readonly MissedOpportunity[]): Promise<void> {
    for (const each of missed) {
      const about = [decisionId, found.authorityId, found.id, each.earlierCaseId, each.relatedBy, each.agencyId];
      await execute(tx, INSERT, [...about, each.receivedAt, each.outcome, each.proposedLevel, each.decidedLevel]);
    }
  }

  /** Of every statutory decision on the case, as far as the transaction may see the earlier cases; the newest first. */
  ofCase(tx: Tx, caseId: CaseId): Promise<NotedOpportunity[]> {
    return sql(tx, OF_CASE, [caseId]);
  }
}

const INSERT = `INSERT INTO missed_opportunity (decision_id, authority_id, case_id, earlier_case_id, related_by, agency_id,
    received_at, outcome, proposed_level, decided_level)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const OF_CASE = `SELECT m.decision_id AS "decisionId", m.earlier_case_id AS "earlierCaseId", m.related_by AS "relatedBy",
    m.agency_id AS "agencyId", m.received_at AS "receivedAt", m.outcome, m.proposed_level AS "proposedLevel",
    m.decided_level AS "decidedLevel", c.reference
  FROM missed_opportunity m JOIN case_record c ON c.id = m.earlier_case_id
  WHERE m.case_id = $1 ORDER BY m.received_at DESC, m.earlier_case_id`;
