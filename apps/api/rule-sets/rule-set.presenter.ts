import type { Activation, InForceThere, LowerPage, RuleSetJob, RuleSetOverview, StandingAt } from '#rule-sets';
import type { JobResponse, LowerListResponse, RuleSetListResponse, RuleSetResponse } from './rule-set.response.ts';

export function presentRuleSet(standing: StandingAt): RuleSetResponse {
  const { version, approval } = standing;
  return {
    id: version.id,
    ruleSetId: version.ruleSetId,
    label: version.label,
    title: version.title,
    hash: version.hash,
    stage: standing.stage,
    origin: version.origin,
    basedOnHash: version.basedOnHash,
    changeNote: version.changeNote,
    author: version.authorName,
    createdAt: version.createdAt.toISOString(),
    changedAt: version.changedAt.toISOString(),
    verification: standing.verification === null ? null : summaryOf(standing.verification),
    backtest: standing.backtest === null ? null : summaryOf(standing.backtest),
    approval:
      approval === null
        ? null
        : {
            by: approval.approvedByName,
            at: approval.approvedAt.toISOString(),
            justification: approval.justification,
          },
    activations: standing.activations.map(presentActivation),
    inForceIn: [...standing.inForceIn],
    version: version.revision,
  };
}

export function presentOverview(overview: RuleSetOverview): RuleSetListResponse {
  return {
    ruleSets: overview.versions.map(presentRuleSet),
    inForce: overview.inForce.map((there: InForceThere) => ({ ...there })),
  };
}

export function presentJob(job: RuleSetJob): JobResponse {
  return {
    ...summaryOf(job),
    kind: job.kind,
    ruleSetVersionId: job.versionId,
    hash: job.hash,
    processed: job.processed,
    total: job.total,
    requestedBy: job.requestedByName,
    requestedAt: job.requestedAt.toISOString(),
    failure: job.failure,
    result: job.result,
  };
}

export function presentLower(page: LowerPage): LowerListResponse {
  const cases = page.cases.map((found) => ({ ...found, receivedAt: found.receivedAt.toISOString() }));
  return { total: page.total, cases, next: page.next };
}

function summaryOf(job: RuleSetJob): NonNullable<RuleSetResponse['verification']> {
  return { id: job.id, state: job.state, outcome: job.outcome, finishedAt: job.finishedAt?.toISOString() ?? null };
}

function presentActivation(activation: Activation): RuleSetResponse['activations'][number] {
  const { id, area, fromDate, activatedByName, withdrawnAt, withdrawnByName, withdrawnReason } = activation;
  const withdrawn =
    withdrawnAt === null
      ? null
      : { by: withdrawnByName ?? '', at: withdrawnAt.toISOString(), reason: withdrawnReason ?? '' };
  return { id, area, from: fromDate, by: activatedByName, withdrawn };
}
