import { Injectable } from '@nestjs/common';
import { AccessLog, CaseGate } from '#case-access';
import type { AccessPurpose } from '#access-policy';
import type { Actor, Case, CaseId, Decision } from '#domain';
import { countEnquiries, type EnquiryCounts } from '#enquiries';
import type { Attachment, StoredReferral } from '#intake';
import type { CaseClock } from '#clocks';
import { Database, type Tx } from '#platform';
import { explain, type Explanation, type RuleSet } from '#rules';
import type { TriageRun } from '#triage';
import { availableActions, type OfferedAction } from './available-actions.ts';
import { CaseSurroundings } from './case-surroundings.ts';
import { voiceOf } from './explain-case.ts';
import type { SignOffObstacle } from './sign-off-checks.ts';
import { CaseRecords } from './store/case-records.ts';
import type { SignOff } from './store/decision.repository.ts';

/** The clocks that run until a case is decided. */
type DecisionClock = CaseClock & { readonly kind: 'decide_next_steps' | 'urgency' };

export interface CaseDetail {
  readonly found: Case;
  readonly referral: StoredReferral;
  /** Files that belong to the referral, in the order they came. */
  readonly attachments: readonly Attachment[];
  /** Those of the decision; `ListClocks` has every other. */
  readonly clocks: readonly DecisionClock[];
  readonly run: TriageRun | null;
  /** The rule set that made the run. */
  readonly ruleSet: RuleSet | null;
  readonly explanation: Explanation | null;
  readonly decisions: readonly { readonly decision: Decision; readonly signOff: SignOff | null }[];
  /** Enquiries that nobody has answered, and replies that nobody has read: they hold up a signature. */
  readonly enquiries: EnquiryCounts;
  readonly availableActions: readonly OfferedAction[];
  /** What a decision that awaits its signature still waits for. */
  readonly signOffObstacles: readonly SignOffObstacle[];
}

/** Without what only some who read a case need. */
export type UnexplainedCase = Omit<CaseDetail, 'explanation' | 'clocks'>;

/**
 * The whole of one case: what was reported, what the rules propose and why, in the words of the rule set that made the
 * proposal (which need not be the one in force now), what is open, what was decided.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class ReadCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly records: CaseRecords,
    private readonly surroundings: CaseSurroundings,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null = null): Promise<CaseDetail> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      const detail = await this.of(tx, actor, found);
      const { document } = detail.referral;
      await this.log.viewed(tx, actor, found, { event: 'case.viewed', by: 'case.read', purpose, document });
      const clocks = (await this.records.clocks.ofCase(tx, found.id)).filter(isOfDecision);
      return { ...detail, clocks, explanation: explanationOf(detail, actor) };
    });
  }

  /** For who holds the case already, and records the look; the proposal is not put into words yet. */
  async of(tx: Tx, actor: Actor, found: Case): Promise<UnexplainedCase> {
    const run = await this.runOf(tx, found);
    const decisions = await this.records.decisions.ofCase(tx, found);
    const decidedBy = decisions.at(-1)?.decision.decidedBy ?? null;
    return {
      found,
      referral: await this.records.referrals.get(tx, found.referralId),
      attachments: await this.surroundings.attachments.ofReferral(tx, found),
      run,
      ruleSet: run === null ? null : (await this.records.ruleSets.get(tx, run.ruleSetHash)).ruleSet,
      decisions,
      enquiries: await countEnquiries(tx, found.id),
      availableActions: availableActions(found, actor, decidedBy),
      signOffObstacles: await this.obstacles(tx, actor, found, decisions.at(-1)?.decision),
    };
  }

  private async obstacles(tx: Tx, actor: Actor, found: Case, decision?: Decision): Promise<SignOffObstacle[]> {
    if (found.state !== 'threshold_decision' || decision === undefined) return [];
    return this.surroundings.checks.obstacles(tx, actor, found, decision);
  }

  private async runOf(tx: Tx, found: Case): Promise<TriageRun | null> {
    return found.currentRunId === null ? null : this.records.runs.get(tx, found.currentRunId);
  }
}

function explanationOf({ run, ruleSet }: UnexplainedCase, actor: Actor): Explanation | null {
  return run === null || ruleSet === null ? null : explain(run.evaluation, ruleSet, run.facts, voiceOf(actor));
}

function isOfDecision(clock: CaseClock): clock is DecisionClock {
  return clock.kind === 'decide_next_steps' || clock.kind === 'urgency';
}
