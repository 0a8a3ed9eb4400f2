import { Injectable } from '@nestjs/common';
import { type Actor, type Case, SETTLED_STATES } from '#domain';
import { buildFacts, NO_HISTORY } from '#facts';
import { ReadReferral, type ReferralWithCases } from '#intake';
import { Database } from '#platform';
import { explain, type Explanation, type ExplanationLanguage } from '#rules';
import { CaseRecords } from './store/case-records.ts';

export interface SenderExplanation {
  readonly caseReference: string;
  readonly explanation: Explanation;
}

/**
 * What the sender of a referral may be told of why (rules.md, semantics 8): from what they themselves said, nothing of
 * other people or other agencies, and only of cases that a person has decided.
 * @throws DomainError `not_found`, also for a referral that is not the reader's to see.
 */
@Injectable()
export class ExplainToSender {
  constructor(
    private readonly database: Database,
    private readonly readReferral: ReadReferral,
    private readonly records: CaseRecords,
  ) {}

  async execute(actor: Actor, reference: string, language: ExplanationLanguage): Promise<SenderExplanation[]> {
    const sent = await this.readReferral.execute(actor, reference);
    const settled = sent.cases.filter((found) => SETTLED_STATES.includes(found.state));
    const told: SenderExplanation[] = [];
    for (const found of settled) {
      const explanation = await this.explanationOf(sent, found, language);
      if (explanation !== null) told.push({ caseReference: found.reference, explanation });
    }
    return told;
  }

  private explanationOf(
    { referral }: ReferralWithCases,
    found: Case,
    language: ExplanationLanguage,
  ): Promise<Explanation | null> {
    const { currentRunId, childIndex } = found;
    if (currentRunId === null) return Promise.resolve(null);
    return this.database.inTransaction({ authorityId: found.authorityId }, async (tx) => {
      const run = await this.records.runs.get(tx, currentRunId);
      const { ruleSet } = await this.records.ruleSets.get(tx, run.ruleSetHash);
      const own = {
        referral: referral.document,
        childIndex,
        history: NO_HISTORY,
        onDate: run.evaluatedOn,
        phrases: [],
      };
      return explain(run.evaluation, ruleSet, buildFacts(own), 'referrer', language);
    });
  }
}
