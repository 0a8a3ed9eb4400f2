import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { type Actor, type Case, DomainError, type Language, SETTLED_STATES } from '#domain';
import { buildFacts, NO_HISTORY } from '#facts';
import { SentReferrals, type StoredReferral } from '#intake';
import { Database, type Tx } from '#platform';
import { explain, type Explanation } from '#rules';
import { CaseRecords } from './store/case-records.ts';

export interface SenderExplanation {
  readonly caseReference: string;
  readonly explanation: Explanation;
}

export interface SenderQuestion {
  readonly reference: string;
  readonly language: Language;
  readonly purpose: AccessPurpose | null;
}

/**
 * What the sender of a referral may be told of why (rules.md, semantics 8): from what they themselves said, nothing of
 * other people or other agencies, and only of cases that a person has decided.
 * @throws DomainError `not_found`, also for a referral that is not the reader's to see; `sharing_agreement_expired`.
 */
@Injectable()
export class ExplainToSender {
  constructor(
    private readonly database: Database,
    private readonly sent: SentReferrals,
    private readonly records: CaseRecords,
  ) {}

  execute(actor: Actor, { reference, language, purpose }: SenderQuestion): Promise<SenderExplanation[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const { referral, cases } = await this.sent.open(tx, { actor, reference, purpose });
      // After the referral was found: whoever has no agreement learns nothing of what others sent.
      if (this.sent.isWithheld(actor, 'explanation')) throw withheld();
      const told: SenderExplanation[] = [];
      for (const found of cases.filter(({ state }) => SETTLED_STATES.includes(state))) {
        const explanation = await this.explanationOf(tx, referral, found, language);
        if (explanation !== null) told.push({ caseReference: found.reference, explanation });
      }
      const explained = cases.filter(({ reference: ofCase }) => told.some((each) => each.caseReference === ofCase));
      const details = { relation: 'own_agency', purpose };
      await this.sent.record(
        tx,
        explained.map(({ id, referralId }) => ({ action: 'case.explained', actor, caseId: id, referralId, details })),
      );
      return told;
    });
  }

  private async explanationOf(
    tx: Tx,
    referral: StoredReferral,
    found: Case,
    language: Language,
  ): Promise<Explanation | null> {
    const { currentRunId, childIndex } = found;
    if (currentRunId === null) return null;
    const run = await this.records.runs.get(tx, currentRunId);
    const { ruleSet } = await this.records.ruleSets.get(tx, run.ruleSetHash);
    const own = { referral: referral.document, childIndex, history: NO_HISTORY, onDate: run.evaluatedOn, phrases: [] };
    return explain(run.evaluation, ruleSet, buildFacts(own), 'referrer', language);
  }
}

function withheld(): DomainError {
  return new DomainError('sharing_agreement_expired', 'The reasons cannot be shared with your agency.');
}
