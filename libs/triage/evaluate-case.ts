import { randomUUID } from 'node:crypto';
import { asId, type Case, type Facts, type TriageRunId } from '#domain';
import { localDateOf } from '#deadlines';
import { type FamilyCase, historyAmong } from '#history';
import type { StoredReferral } from '#intake';
import type { AuthorityProfile } from '#nation-packs';
import type { KeptRuleSet } from '#rule-sets';
import { proposeFor } from './propose-for.ts';
import type { TriageRun } from './triage-run.ts';

export interface CaseInput {
  readonly found: Case;
  readonly referral: StoredReferral;
  /** The other cases of the family. */
  readonly family: readonly FamilyCase[];
  /** What was learned since, oldest first. */
  readonly learned: readonly Facts[];
  readonly profile: AuthorityProfile;
  readonly inForce: KeptRuleSet;
}

/** Facts, rules and proposal for one case: no database, no clock, the same input always the same run. */
export function evaluateCase(input: CaseInput, evaluatedAt: Date): TriageRun {
  const { found, referral, family, learned, profile, inForce } = input;
  const onDate = localDateOf(found.receivedAt.getTime());
  const { ruleSet, hash } = inForce;
  const { facts, evaluation, proposal } = proposeFor({
    ...{ document: referral.document, childIndex: found.childIndex, area: found.area },
    ...{ history: historyAmong(found, family), learned, onDate, profile, inForce },
  });
  return {
    id: asId<TriageRunId>(randomUUID()),
    caseId: found.id,
    inputVersion: found.inputVersion,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    ruleSetHash: hash,
    evaluatedAt,
    evaluatedOn: onDate,
    area: found.area,
    facts,
    evaluation,
    proposal,
  };
}
