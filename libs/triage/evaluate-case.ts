import { randomUUID } from 'node:crypto';
import { asId, type Case, type TriageRunId } from '#domain';
import { localDateOf } from '#deadlines';
import { buildFacts, type CaseHistory } from '#facts';
import type { StoredReferral } from '#intake';
import type { AuthorityProfile } from '#nation-packs';
import { proposePathway } from '#pathways';
import type { KeptRuleSet } from '#rule-sets';
import { evaluate } from '#rules';
import type { TriageRun } from './triage-run.ts';

export interface CaseInput {
  readonly found: Case;
  readonly referral: StoredReferral;
  readonly history: CaseHistory;
  readonly profile: AuthorityProfile;
  readonly inForce: KeptRuleSet;
}

/** Facts, rules and proposal for one case: no database, no clock, the same input always the same run. */
export function evaluateCase(input: CaseInput, evaluatedAt: Date): TriageRun {
  const { found, referral, history, profile, inForce } = input;
  const onDate = localDateOf(found.receivedAt.getTime());
  const { ruleSet, compiled, hash } = inForce;
  const { phrases } = profile.nationPack;
  const facts = buildFacts({ referral: referral.document, childIndex: found.childIndex, history, onDate, phrases });
  const evaluation = evaluate(compiled, facts, { onDate, area: found.area });
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
    proposal: proposePathway(evaluation, profile.queues.byLevel),
  };
}
