import { NATIONS, type ReferralDocument } from '#domain';
import { buildFacts, NO_HISTORY } from '#facts';
import { nationPack, profileOf } from '#nation-packs';
import { type Proposal, proposePathway } from '#pathways';
import { compileRuleSet, evaluate } from '#rules';
import { DEMO_AUTHORITY } from '../standalone/demo-staff.ts';
import type { Vignette } from '../standalone/demo-referrals.ts';

/** What the rules of the vignette's own nation propose for each of its children, without a service around them. */
export function tryVignette(vignette: Vignette, onDate: string): readonly Proposal[] {
  const nation = NATIONS.find((one) => one === vignette.nation);
  if (nation === undefined) throw new Error(`${vignette.id} names no nation that exists.`);
  const { ruleSet, phrases } = nationPack(nation);
  const compiled = compileRuleSet(ruleSet);
  const referral = vignette.referral as ReferralDocument;
  const { byLevel } = profileOf(DEMO_AUTHORITY).queues;
  return referral.children.map((_child, childIndex) => {
    const facts = buildFacts({ referral, childIndex, history: NO_HISTORY, onDate, phrases });
    return proposePathway(evaluate(compiled, facts, { onDate, area: null }), byLevel);
  });
}
