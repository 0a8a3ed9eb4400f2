import type { CaseId, Facts, TriageRunId } from '#domain';
import type { Proposal } from '#pathways';
import type { Evaluation } from '#rules';

/** One evaluation of a case: inputs, rule set, trace and proposal. Never changed; a new input version gives a new run. */
export interface TriageRun {
  readonly id: TriageRunId;
  readonly caseId: CaseId;
  readonly inputVersion: number;
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly ruleSetHash: string;
  readonly evaluatedAt: Date;
  /** Local date that ages, windows and effective dates were counted to. */
  readonly evaluatedOn: string;
  readonly area: string | null;
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly proposal: Proposal;
}
