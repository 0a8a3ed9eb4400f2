import type { Facts, ReferralDocument } from '#domain';
import { buildFacts, type CaseHistory, withLearned } from '#facts';
import type { AuthorityProfile } from '#nation-packs';
import { type Proposal, proposePathway } from '#pathways';
import type { KeptRuleSet } from '#rule-sets';
import { evaluate, type Evaluation } from '#rules';

/** Everything that a proposal for one child is made from. */
export interface ProposalInput {
  readonly document: ReferralDocument;
  readonly childIndex: number;
  readonly history: CaseHistory;
  /** What was learned since, oldest first. */
  readonly learned: readonly Facts[];
  /** Local date of receipt, ISO. */
  readonly onDate: string;
  readonly area: string | null;
  readonly profile: AuthorityProfile;
  readonly inForce: KeptRuleSet;
}

export interface Proposed {
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly proposal: Proposal;
}

/** What the rules propose: the same for a case and for somebody who only asks what they would. */
export function proposeFor(input: ProposalInput): Proposed {
  const { document, childIndex, history, learned, onDate, area, profile, inForce } = input;
  const { ruleSet, compiled } = inForce;
  const { phrases } = profile.nationPack;
  const told = buildFacts({ referral: document, childIndex, history, onDate, phrases });
  const harms = new Set(ruleSet.catalogue.filter(({ harm }) => harm === true).map(({ id }) => id));
  const facts = withLearned(told, learned, harms);
  const evaluation = evaluate(compiled, facts, { onDate, area });
  return { facts, evaluation, proposal: proposePathway(evaluation, profile.queues.byLevel) };
}
