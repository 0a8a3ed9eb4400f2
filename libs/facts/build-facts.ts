import type { Facts } from '#domain';
import { childFacts } from './child-facts.ts';
import { domesticAbuseFacts } from './domestic-abuse-facts.ts';
import { historyFacts } from './history-facts.ts';
import { indicatorFacts } from './indicator-facts.ts';
import { type Moment, withoutGaps } from './moment.ts';
import { referralFacts } from './referral-facts.ts';

/**
 * The typed facts of one child's case at one moment, each known or unknown (rules.md, semantics 1). Total: any valid
 * referral gives facts, and what cannot be read is unknown, never false.
 */
export function buildFacts(moment: Moment): Facts {
  return withoutGaps({
    ...childFacts(moment),
    ...referralFacts(moment),
    ...historyFacts(moment),
    ...domesticAbuseFacts(moment),
    ...indicatorFacts(moment),
  });
}
