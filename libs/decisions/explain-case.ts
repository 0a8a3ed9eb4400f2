import { Injectable } from '@nestjs/common';
import { AccessLog, CaseGate } from '#case-access';
import type { AccessPurpose } from '#access-policy';
import { type Actor, type CaseId, DomainError, type Language } from '#domain';
import { isChangeable } from '#facts';
import { Database } from '#platform';
import type { KeptRuleSet } from '#rule-sets';
import { type Counterfactual, counterfactuals, type CompiledRuleSet, explain, type Explanation } from '#rules';
import type { TriageRun } from '#triage';
import { CaseRecords } from './store/case-records.ts';

export interface CaseExplanation {
  readonly run: TriageRun;
  readonly explanation: Explanation;
  readonly counterfactuals: readonly Counterfactual[];
}

/**
 * Why the rules propose what they do for a case, in English or Welsh, and which smallest changes would have given
 * another proposal; in the words of the rule set that made the run, which need not be the one in force now.
 * @throws DomainError `not_found`, also for a case without a proposal, or `not_allowed`.
 */
@Injectable()
export class ExplainCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly records: CaseRecords,
    private readonly log: AccessLog,
  ) {}

  async execute(
    actor: Actor,
    caseId: CaseId,
    language: Language,
    purpose: AccessPurpose | null = null,
  ): Promise<CaseExplanation> {
    const [run, kept] = await this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      if (found.currentRunId === null) throw new DomainError('not_found', 'The rules have not proposed yet.');
      const current = await this.records.runs.get(tx, found.currentRunId);
      await this.log.viewed(tx, actor, found, { event: 'case.explained', by: 'case.read', purpose });
      return [current, await this.records.ruleSets.get(tx, current.ruleSetHash)] as const;
    });
    return explained(run, kept, actor, language);
  }
}

/** A run in words, with what would have changed it. */
export function explained(
  run: TriageRun,
  { ruleSet, compiled }: Pick<KeptRuleSet, 'ruleSet' | 'compiled'>,
  actor: Actor,
  language: Language,
): CaseExplanation {
  return {
    run,
    explanation: explain(run.evaluation, ruleSet, run.facts, voiceOf(actor), language),
    counterfactuals: changesFor(run, compiled, language),
  };
}

/** Managers and auditors read rule versions too. */
export function voiceOf(actor: Actor): 'manager' | 'practitioner' {
  return actor.roles.includes('manager') || actor.roles.includes('auditor') ? 'manager' : 'practitioner';
}

function changesFor(run: TriageRun, compiled: CompiledRuleSet, language: Language): readonly Counterfactual[] {
  const context = { onDate: run.evaluatedOn, area: run.area };
  return counterfactuals(compiled, run.facts, context, { language, isChangeable });
}
