import type { Case, Decision } from '#domain';
import type { TriageRun } from '#triage';
import type { StoredEvent } from '../../../libs/audit/entry/stored-event.ts';
import type { HeadRow, InformationRow, LeafRow, ReferralRow, RunRow, WorkRow } from '../service/rows.ts';
import type { SimService } from '../service/sim-service.ts';
import type { Told } from '../service/sender.ts';
import type { SimRuleSets } from '../service/rule-sets.ts';

/** Everything that is known of a history after its end: what senders were told, and what is stored. */
export interface Evidence {
  readonly told: readonly Told[];
  readonly referrals: readonly ReferralRow[];
  readonly cases: readonly Case[];
  readonly work: readonly Pick<WorkRow, 'caseId' | 'inputVersion' | 'isDone' | 'failure'>[];
  readonly runs: readonly TriageRun[];
  readonly decisions: readonly Decision[];
  readonly information: readonly InformationRow[];
  readonly events: readonly StoredEvent[];
  readonly leaves: readonly LeafRow[];
  readonly heads: readonly Pick<HeadRow, 'size' | 'root'>[];
}

/** What the simulation alone can see: between which commits a run was made, and what was in force then. */
export interface Timing {
  readonly runs: readonly RunRow[];
  readonly inForce: SimRuleSets['history'];
}

export function evidenceOf({ told, parts: { tables } }: SimService): Evidence {
  return {
    told,
    referrals: tables.referrals.committed(),
    cases: tables.cases.committed(),
    work: tables.work.committed(),
    runs: tables.runs.committed(),
    decisions: tables.decisions.committed(),
    information: tables.information.committed(),
    events: tables.events.committed(),
    leaves: tables.leaves.committed(),
    heads: tables.heads.committed(),
  };
}

export function timingOf({ parts: { tables }, ruleSets }: SimService): Timing {
  return { runs: tables.runs.committed(), inForce: ruleSets.history };
}
