import { Injectable } from '@nestjs/common';
import type { Actor, Case, Decision, Language } from '#domain';
import { type Information, LearnedInformation } from '#history';
import type { Tx } from '#platform';
import { explain, type Explanation, factsInWords, type FactsInWords } from '#rules';
import type { TriageRun } from '#triage';
import { voiceOf } from './explain-case.ts';
import { CaseRecords } from './store/case-records.ts';

/** What the rules said before a decision, and what was known then. */
export interface DecisionBasis {
  readonly run: TriageRun;
  readonly explanation: Explanation;
  readonly facts: FactsInWords;
}

/** Puts together what somebody who decided had before them. */
@Injectable()
export class DecisionBases {
  constructor(
    readonly records: CaseRecords,
    private readonly information: LearnedInformation,
  ) {}

  /** `null` where a person decided before the rules had proposed. */
  async of(
    tx: Tx,
    actor: Actor,
    { runId }: Pick<Decision, 'runId'>,
    language: Language,
  ): Promise<DecisionBasis | null> {
    if (runId === null) return null;
    const run = await this.records.runs.get(tx, runId);
    const { ruleSet } = await this.records.ruleSets.get(tx, run.ruleSetHash);
    return {
      run,
      explanation: explain(run.evaluation, ruleSet, run.facts, voiceOf(actor), language),
      facts: factsInWords(ruleSet, run.facts, language),
    };
  }

  /** What had been learned by a moment, and stood then. */
  async learnedBy(tx: Tx, found: Case, moment: Date): Promise<Information[]> {
    const all = await this.information.ofCase(tx, found);
    return all.filter(
      ({ recordedAt, withdrawal }) => recordedAt <= moment && (withdrawal === null || withdrawal.withdrawnAt > moment),
    );
  }

  /** How many things were learned only after a moment. */
  async learnedAfter(tx: Tx, found: Case, moment: Date): Promise<number> {
    return (await this.information.ofCase(tx, found)).filter(({ recordedAt }) => recordedAt > moment).length;
  }
}
