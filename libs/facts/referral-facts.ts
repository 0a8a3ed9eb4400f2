import { type HouseholdPerson, known } from '#domain';
import { factOfAnswer } from './answer-fact.ts';
import type { Moment, PartialFacts } from './moment.ts';
import { hasPhrase } from './phrases.ts';

/** Facts about the referral as a whole: the safety gate, who sent it, what the family agreed to, the adults. */
export function referralFacts(moment: Moment): PartialFacts {
  const { safety = {}, agreement = {}, referrer, worries, kind = 'request', missingEpisodesIn90Days } = moment.referral;
  return {
    'safety.immediateDanger': factOfAnswer(safety.immediateDanger),
    'safety.gateAnswered': known(safety.immediateDanger === 'yes' || safety.immediateDanger === 'no'),
    'safety.needsMedicalAttention': factOfAnswer(safety.needsMedicalAttention),
    'safety.timeCriticalEvent': known(safety.timeCriticalEvent !== undefined),
    'agreement.given': agreement.given === undefined ? undefined : known(agreement.given),
    'referral.kind': known(kind),
    'referral.fromPublic': known(referrer.capacity === 'public'),
    'worries.phraseHit': known(hasPhrase(moment.referral, moment.phrases)),
    'worries.allegedSourceHasContact': factOfAnswer(worries.allegedSourceOfHarm?.contactWithChild),
    'missing.episodesIn90Days': missingEpisodesIn90Days === undefined ? undefined : known(missingEpisodesIn90Days),
    ...adultFacts(moment.referral.household?.people ?? []),
  };
}

function adultFacts(people: readonly HouseholdPerson[]): PartialFacts {
  const factors = new Set(people.flatMap((person) => person.factors ?? []));
  return {
    'adults.domesticAbuse': known(factors.has('domestic_abuse_victim') || factors.has('domestic_abuse_perpetrator')),
    'adults.substanceUse': known(factors.has('drugs') || factors.has('alcohol')),
    'adults.mentalHealth': known(factors.has('mental_health')),
    'adults.unknownAdult': known(people.some((person) => person.name === undefined && person.whyUnknown !== undefined)),
  };
}
