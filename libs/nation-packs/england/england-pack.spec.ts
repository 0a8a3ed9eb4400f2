import { describe, expect, it } from '@jest/globals';
import { checkRuleSet, type Condition } from '#rules';
import { englandPack } from './england-pack.ts';

const pack = englandPack();
const { ruleSet } = pack;
const combining = ruleSet.rules.filter((rule) => !/^ENG-[A-D]\d\d$/.test(rule.id));

/** Domain pack and facts library: the ids that buildFacts supplies besides the indicators. */
const FACT_IDS = `
  safety.immediateDanger safety.needsMedicalAttention safety.timeCriticalEvent safety.gateAnswered
  child.ageDays child.ageYears child.unborn child.first1001Days child.nonMobile child.injuryReported child.disabled
  child.communicationNeeds child.identityKnown child.seenBySender
  worries.phraseHit worries.allegedSourceHasContact agreement.given referral.kind referral.fromPublic
  history.contactsIn365Days history.householdContactsIn365Days history.domesticAbuseNoticesIn365Days
  history.referredIn12Months history.assessedIn12Months history.earlyHelpDeclined history.childProtectionPlan
  domesticAbuse.reported domesticAbuse.dashScore domesticAbuse.highGrade domesticAbuse.strangulation
  domesticAbuse.weapon domesticAbuse.pregnancy domesticAbuse.threatToKill
  missing.episodesIn90Days adults.domesticAbuse adults.substanceUse adults.mentalHealth adults.unknownAdult`;

function factsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('of' in condition) return condition.of.flatMap(factsIn);
  if ('not' in condition) return factsIn(condition.not);
  return 'known' in condition ? [`known ${condition.known}`] : [condition.fact];
}

describe("England's pack", () => {
  it('is read once', () => {
    expect(englandPack()).toBe(pack);
    expect([pack.nation, pack.division]).toEqual(['england', 'england-and-wales']);
  });

  it('may load: no faults, and every rule passes its own tests', () => {
    expect(checkRuleSet(ruleSet)).toEqual([]);
  });

  it('catalogues each indicator and exactly the facts that the facts library supplies', () => {
    const ids = ruleSet.catalogue.map((entry) => entry.id);
    const others = FACT_IDS.trim().split(/\s+/);

    expect(ids).toEqual([...others, ...pack.indicators.map((indicator) => `indicator.${indicator.id}`)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has one rule for each indicator besides the combining rules, each id once', () => {
    expect(ruleSet.rules).toHaveLength(95 + combining.length);
    expect(new Set(ruleSet.rules.map((rule) => rule.id)).size).toBe(ruleSet.rules.length);
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
