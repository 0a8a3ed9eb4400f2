import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import { type Clock, DomainError, type Language } from '#domain';
import { NO_HISTORY } from '#facts';
import { type AuthorityProfile, authorityIds, profileOf } from '#nation-packs';
import type { Proposal } from '#pathways';
import { CLOCK, Database } from '#platform';
import { RuleSetsInForce } from '#rule-sets';
import { explain, type Explanation } from '#rules';
import { proposeFor } from '../propose-for.ts';
import type { CheckAnswers } from './check-answers.ts';
import { documentOfAnswers } from './document-of-answers.ts';

/** What the rules in force would propose, and why. */
export interface CheckedThresholds {
  readonly proposal: Proposal;
  readonly explanation: Explanation;
}

/**
 * Says which level the published thresholds suggest for what somebody thinks of sending: by the rules that are in force,
 * as if it had come in now. Nobody is asked who they are, and nothing is stored or logged.
 * @throws DomainError `not_found` for an authority that is not served here, or an area it does not have.
 */
@Injectable()
export class CheckThresholds {
  constructor(
    private readonly database: Database,
    private readonly inForce: RuleSetsInForce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(authorityId: string, answers: CheckAnswers, language: Language): Promise<CheckedThresholds> {
    const profile = servedProfile(authorityId, answers.area);
    const onDate = localDateOf(this.clock.now().getTime());
    const { area } = answers;
    const inForce = await this.database.inTransaction({ authorityId }, (tx) =>
      this.inForce.find(tx, profile, { onDate, area }),
    );
    const document = documentOfAnswers(answers, onDate);
    const asked = { document, childIndex: 0, history: NO_HISTORY, learned: [], onDate, area, profile, inForce };
    const { facts, evaluation, proposal } = proposeFor(asked);
    return { proposal, explanation: explain(evaluation, inForce.ruleSet, facts, 'referrer', language) };
  }
}

function servedProfile(authorityId: string, area: string | null): AuthorityProfile {
  if (!authorityIds().includes(authorityId)) throw new DomainError('not_found', 'There is no such authority here.');
  const profile = profileOf(authorityId);
  if (area === null || profile.authority.areas.some(({ id }) => id === area)) return profile;
  throw new DomainError('not_found', 'The authority has no such area.');
}
