import { describe, expect, it } from '@jest/globals';
import { NATIONS } from '#domain';
import { checkRuleSet, type Condition } from '#rules';
import { nationPack } from './nation-packs.ts';

/** The ids that the facts library supplies besides the indicators. */
const FACT_IDS = `
  safety.immediateDanger safety.needsMedicalAttention safety.timeCriticalEvent safety.gateAnswered
  child.ageDays child.ageYears child.unborn child.first1001Days child.nonMobile child.injuryReported child.disabled
  child.communicationNeeds child.identityKnown child.seenBySender
  worries.phraseHit worries.allegedSourceHasContact agreement.given referral.kind referral.fromPublic
  history.contactsIn365Days history.householdContactsIn365Days history.domesticAbuseNoticesIn365Days
  history.contactsIn24Months history.siblingContactsIn365Days history.addressContactsIn365Days
  history.adultContactsIn365Days history.lowLevelContactsIn365Days history.agenciesIn365Days history.openCaseElsewhere
  history.referredIn12Months history.assessedIn12Months history.earlyHelpDeclined history.childProtectionPlan
  domesticAbuse.reported domesticAbuse.dashScore domesticAbuse.highGrade domesticAbuse.strangulation
  domesticAbuse.weapon domesticAbuse.pregnancy domesticAbuse.threatToKill
  missing.episodesIn90Days adults.domesticAbuse adults.substanceUse adults.mentalHealth adults.unknownAdult`;

/** What only a screener can supply until a form asks for it; each must mean "not so" when nobody says. */
const OWN_FACTS: Partial<Record<string, readonly string[]>> = { wales: ['place.homeAuthorityIsAnother'] };

const PREFIXES = { england: 'ENG', wales: 'WLS', scotland: 'SCT', northern_ireland: 'NIR' };

function factsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('of' in condition) return condition.of.flatMap(factsIn);
  if ('not' in condition) return factsIn(condition.not);
  return 'known' in condition ? [`known ${condition.known}`] : [condition.fact];
}

describe.each(NATIONS)('the pack of %s', (nation) => {
  const pack = nationPack(nation);
  const { ruleSet } = pack;
  const combining = ruleSet.rules.filter((rule) => !/^[A-Z]{3}-[A-D]\d\d$/.test(rule.id));

  it('may load: no faults, every rule passes its tests and the whole set its examples', () => {
    expect(checkRuleSet(ruleSet)).toEqual([]);
    expect(ruleSet.tests?.length).toBeGreaterThanOrEqual(12);
  });

  it('catalogues each indicator and exactly the facts that somebody can supply', () => {
    const ids = ruleSet.catalogue.map((entry) => entry.id);
    const own = OWN_FACTS[nation] ?? [];

    expect(ids).toEqual([
      ...FACT_IDS.trim().split(/\s+/),
      ...own,
      ...pack.indicators.map((indicator) => `indicator.${indicator.id}`),
    ]);
    const meanings = ruleSet.catalogue.filter((entry) => own.includes(entry.id)).map((entry) => entry.missing);
    expect(meanings).toEqual(own.map(() => ({ absent: false })));
  });

  it('has one rule for each of the 95 indicators besides the combining rules, with the prefix of the nation', () => {
    const ids = ruleSet.rules.map((rule) => rule.id);

    expect(ids).toHaveLength(95 + combining.length);
    expect(ids.filter((id) => !id.startsWith(`${PREFIXES[nation]}-`))).toEqual([]);
  });

  it('rests every rule on law of this nation alone, and Wales on no section 17 of 1989', () => {
    expect(ruleSet.rules.filter((rule) => Object.keys(rule.legalBasis).join() !== nation)).toEqual([]);
    const laws = ruleSet.rules.map((rule) => rule.legalBasis[nation] ?? '');
    const foreign = /Children Act 1989 s(17|20)|Working Together|1989|Children Act 2004/;
    const repealed = nation === 'wales' ? /Children Act 1989 s(17|20)/ : foreign;
    expect(nation === 'england' ? [] : laws.filter((law) => repealed.test(law))).toEqual([]);
  });

  it('tests every rule with a case that fires and one that does not', () => {
    const untested = ruleSet.rules.filter(
      ({ tests }) => !tests.some((test) => test.expect === 'true') || !tests.some((test) => test.expect === 'false'),
    );

    expect(untested.map((rule) => rule.id)).toEqual([]);
  });

  it('tests with an unknown every rule on a fact whose absence is a gap', () => {
    const gaps = new Set(ruleSet.catalogue.filter((entry) => entry.missing === 'unknown').map((entry) => entry.id));
    const untested = combining.filter(
      (rule) => factsIn(rule.when).some((id) => gaps.has(id)) && !rule.tests.some((test) => test.expect === 'unknown'),
    );

    expect(untested.map((rule) => rule.id)).toEqual([]);
  });

  it('never asks whether a fact is known, so that answers stay between the definite and the possible outcome', () => {
    expect(combining.flatMap((rule) => factsIn(rule.when)).filter((id) => id.startsWith('known '))).toEqual([]);
  });

  it('weighs a report from the public like any other: who sent it moves no level and no urgency', () => {
    const moving = combining
      .filter((rule) => factsIn(rule.when).some((id) => id === 'referral.fromPublic' || id === 'child.identityKnown'))
      .filter((rule) => rule.then.minLevel !== undefined || rule.then.minUrgency !== undefined);

    expect(moving.map((rule) => rule.id)).toEqual([]);
  });

  it('lets a phrase in the free text raise to amber and set no level', () => {
    const phraseRules = combining.filter((rule) => factsIn(rule.when).includes('worries.phraseHit'));

    expect(phraseRules.map((rule) => rule.then)).toEqual([{ minUrgency: 'amber', actions: ['read_free_text_now'] }]);
  });
});
