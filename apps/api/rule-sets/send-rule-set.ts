import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadRuleSets, RuleSetVersion } from '#rule-sets';
import { actorOf } from '../auth/bearer.guard.ts';
import { sendEtag } from '../service/record.ts';
import { presentRuleSet } from './rule-set.presenter.ts';
import type { RuleSetResponse } from './rule-set.response.ts';

/** Answers a change with the rule set as it stands after it, and its new ETag. */
export async function sendRuleSet(
  ruleSets: ReadRuleSets,
  { id }: RuleSetVersion,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RuleSetResponse> {
  const { standing } = await ruleSets.one(actorOf(request), id);
  sendEtag(reply, standing.version.revision);
  return presentRuleSet(standing);
}
