import type { Actor, Decision, Language, ReferralDocument } from '#domain';
import { describeClockRule } from '#deadlines';
import type { CaseDetail, CaseExplanation, SignOff } from '#decisions';
import type { CodeWords } from '#rules';
import type { TriageRun } from '#triage';
import { presentAttachment } from '../attachments/attachment.presenter.ts';
import { presentCase } from './case.presenter.ts';
import type {
  CaseDetailResponse,
  CaseExplanationResponse,
  DecisionResponse,
  ExplanationResponse,
  ProposalResponse,
} from './case.response.ts';

/** The whole case on one page: what was reported, what the rules propose and why, what the clocks say, what was decided. */
export function presentCaseDetail(detail: CaseDetail, actor: Actor, now: Date): CaseDetailResponse {
  const { found, referral, run, ruleSet, explanation } = detail;
  return {
    ...presentCase(found, actor, now),
    referral: {
      reference: referral.reference,
      agencyId: referral.agencyId,
      bodySha256: referral.bodySha256,
      document: referral.document satisfies ReferralDocument,
    },
    attachments: detail.attachments.map(presentAttachment),
    proposal: run === null ? null : presentProposal(run, ruleSet?.words ?? []),
    explanation: explanation === null ? null : presentExplanation(explanation),
    clocks: detail.clocks.map((clock) => ({
      kind: clock.kind,
      limit: describeClockRule(clock.rule),
      startedAt: clock.startedAt.toISOString(),
      dueAt: clock.dueAt.toISOString(),
      stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    })),
    decisions: detail.decisions.map(({ decision, signOff }) => presentDecision(decision, signOff)),
    enquiries: { open: detail.enquiries.open, unread: detail.enquiries.unread },
    availableActions: [...detail.availableActions],
    signOffObstacles: detail.signOffObstacles.map((obstacle) => ({ ...obstacle })),
  };
}

export function presentDecision(decision: Decision, signOff: SignOff | null): DecisionResponse {
  return {
    id: decision.id,
    level: decision.level,
    pathway: decision.pathway,
    urgency: decision.urgency,
    confirmsProposal: decision.overrideReason === null,
    legalBasis: decision.legalBasis,
    rationale: decision.rationale,
    overrideReason: decision.overrideReason,
    decidedBy: { name: decision.decidedByName, role: decision.decidedByRole, registration: decision.registration },
    decidedAt: decision.decidedAt.toISOString(),
    signOffReasons: [...decision.signOffReasons],
    signOff:
      signOff === null
        ? null
        : {
            outcome: signOff.outcome,
            reason: signOff.reason,
            by: signOff.signedByName,
            at: signOff.signedAt.toISOString(),
          },
  };
}

function presentProposal(run: TriageRun, words: readonly CodeWords[]): ProposalResponse {
  const { proposal } = run;
  const titles = new Map(words.map(({ code, title }) => [code, title]));
  const inWords = (codes: readonly string[]) => codes.map((code) => ({ code, title: titles.get(code) ?? code }));
  return {
    level: proposal.level,
    pathway: proposal.pathway,
    urgency: proposal.urgency,
    redLine: proposal.redLine,
    couldBecome: proposal.couldBecome,
    routes: inWords(proposal.routes),
    actions: inWords(proposal.actions),
    services: inWords(proposal.services),
    ruleSet: { id: run.ruleSetId, version: run.ruleSetVersion, hash: run.ruleSetHash },
    evaluatedAt: run.evaluatedAt.toISOString(),
  };
}

function presentExplanation(explanation: NonNullable<CaseDetail['explanation']>): ExplanationResponse {
  const lines = (of: (typeof explanation)['lines']) => of.map((line) => ({ ...line, facts: [...line.facts] }));
  return {
    summary: [...explanation.summary],
    lines: lines(explanation.lines),
    openQuestions: [...explanation.openQuestions],
    nearMisses: lines(explanation.nearMisses),
  };
}

export function presentCaseExplanation(found: CaseExplanation, language: Language): CaseExplanationResponse {
  const { run, explanation, counterfactuals } = found;
  const untranslated = [explanation, ...counterfactuals].flatMap((one) => one.untranslated ?? []);
  return {
    ...presentExplanation(explanation),
    language,
    untranslated: [...new Set(untranslated)],
    counterfactuals: counterfactuals.map(({ sentence, changes, becomes }) => ({
      sentence,
      changes: [...changes],
      becomes,
    })),
    ruleSet: { id: run.ruleSetId, version: run.ruleSetVersion, hash: run.ruleSetHash },
  };
}
