import { describe, expect, it } from '@jest/globals';
import { type FactValue, known, levelRank, unknown, urgencyRank } from '#domain';
import { checkRuleSet, compileRuleSet, evaluate, type Evaluation, type RuleSet } from '#rules';
import { authorityPack, knownAuthorityIds } from './authorities.ts';
import { profileOf } from './authority-profile.ts';

/** The authorities that have rules of their own. */
const WITH_OWN = knownAuthorityIds().filter((id) => authorityPack(id).ruleSet !== null);

const compiledSets = new Map<RuleSet, ReturnType<typeof compileRuleSet>>();

type Given = Readonly<Record<string, FactValue>>;

/** A child of nine in no danger, not injured and seen by the sender, with what the test adds. */
const QUIET: Given = {
  'safety.immediateDanger': false,
  'child.ageDays': 3300,
  'child.ageYears': 9,
  'child.first1001Days': false,
  'child.nonMobile': false,
  'child.injuryReported': false,
  'child.identityKnown': true,
  'child.seenBySender': true,
  'worries.allegedSourceHasContact': false,
};

function judge(ruleSet: RuleSet, changes: Given, onDate = '2026-11-21', area: string | null = null): Evaluation {
  const compiled = compiledSets.get(ruleSet) ?? compileRuleSet(ruleSet);
  compiledSets.set(ruleSet, compiled);
  const given = Object.entries({ ...QUIET, ...changes });
  const facts = given.map(([id, value]) => [id, value === 'unknown' ? unknown('not_known') : known(value)] as const);
  return evaluate(compiled, Object.fromEntries(facts), { onDate, area });
}

describe.each(WITH_OWN)('the rules of %s', (id) => {
  const { authority, nationPack, ruleSet } = profileOf(id);

  it("are its nation's rules with its own, all sound, and lose nothing", () => {
    expect(checkRuleSet(ruleSet)).toEqual([]);
    expect(ruleSet.rules.slice(0, nationPack.ruleSet.rules.length)).toEqual(nationPack.ruleSet.rules);
    expect(ruleSet.rules.length).toBeGreaterThan(nationPack.ruleSet.rules.length);
    expect([ruleSet.id, ruleSet.nation]).toEqual([id, authority.nation]);
  });

  it("are bound by their nation's invariants and exclusions", () => {
    expect(nationPack.invariants.length).toBeGreaterThan(0);
    expect(profileOf(id).invariants).toBe(nationPack.invariants);
    expect(profileOf(id).exclusions).toEqual(expect.arrayContaining([...nationPack.exclusions]));
    expect(profileOf(id).exclusions.length).toBeGreaterThan(nationPack.exclusions.length);
  });

  it.each([authority.areas[0]?.id ?? null, null])('never propose lower in area %p', (area) => {
    for (const indicator of nationPack.indicators) {
      const changes = { [`indicator.${indicator.id}`]: true };
      const local = judge(ruleSet, changes, undefined, area).definite;
      const national = judge(nationPack.ruleSet, changes, undefined, area).definite;

      expect(levelRank(local.level)).toBeGreaterThanOrEqual(levelRank(national.level));
      expect(urgencyRank(local.urgency)).toBeGreaterThanOrEqual(urgencyRank(national.urgency));
    }
  });

  it('rest on what somebody can supply, and give every rule of their own a law of the nation', () => {
    const own = ruleSet.catalogue.slice(nationPack.ruleSet.catalogue.length);
    const rules = ruleSet.rules.slice(nationPack.ruleSet.rules.length);

    expect(own.filter((entry) => entry.missing === 'unknown' || entry.suppliedBy.join() !== 'screener')).toEqual([]);
    expect(rules.filter((rule) => rule.legalBasis[authority.nation] === undefined)).toEqual([]);
  });

  it('say what is assumed, and use telephone numbers kept for drama', () => {
    const { frontDoor, emergencyDutyTeam, receiptAdvice } = authority;
    const numbers = Object.values<string>({ ...receiptAdvice }).flatMap((text) => text.match(/\d{5} \d{6}/g) ?? []);

    expect(authority.assumptions.join(' ')).toMatch(/Telephone numbers.*invented.*deciles/);
    expect(new Set(numbers)).toEqual(new Set([frontDoor.telephone, emergencyDutyTeam.telephone]));
    expect([...numbers].every((number) => number.startsWith('01632 960'))).toBe(true);
  });

  it('leave deprivation deciles open where nobody holds them', () => {
    expect(profileOf(id).deprivationDecileOf(authority.areas[0]?.postcodes[0])).toBeNull();
  });
});

describe("Shropshire's test-and-learn sites", () => {
  const { ruleSet, areaOf } = profileOf('shropshire');

  it.each<[string, string | null, string, boolean]>([
    ['SY11 1AA', 'oswestry', '2023-09-03', false],
    ['SY11 1AA', 'oswestry', '2023-09-04', true],
    ['SY1 1AA', 'north_shrewsbury', '2023-09-04', false],
    ['SY1 1AA', 'north_shrewsbury', '2024-01-07', false],
    ['SY1 1AA', 'north_shrewsbury', '2024-01-08', true],
    ['SY8 1AA', 'ludlow', '2024-06-02', false],
    ['SY8 1AA', 'ludlow', '2024-06-03', true],
    ['SY3 1AA', 'south_shrewsbury', '2026-11-21', false],
    ['ZZ99 3VZ', null, '2026-11-21', false],
  ])('for %s in %p on %s: %p', (postcode, area, onDate, isSite) => {
    const { definite } = judge(ruleSet, { 'indicator.A28': true }, onDate, area);

    expect(areaOf(postcode)).toBe(area);
    expect(definite.routes.includes('test_and_learn_team')).toBe(isSite);
  });
});

describe("West Sussex's Family Safeguarding", () => {
  const { ruleSet } = profileOf('west-sussex');

  it('brings the team and a worker for each adult factor, and asks whether the child is in need', () => {
    const all = { 'adults.domesticAbuse': true, 'adults.substanceUse': true, 'adults.mentalHealth': true };
    const { definite } = judge(ruleSet, all);

    expect([definite.level, definite.urgency]).toEqual(['targeted_early_help', 'amber']);
    expect(definite.routes).toContain('family_safeguarding');
    expect(definite.actions).toContain('consider_statutory_need');
    expect(definite.services).toEqual(
      expect.arrayContaining([
        ...['adult_worker_domestic_abuse', 'adult_worker_substance_use', 'adult_worker_mental_health'],
      ]),
    );
  });

  it('brings two workers for a parent who drinks and is abused', () => {
    const { services } = judge(ruleSet, { 'indicator.B13': true, 'indicator.B07': true }).definite;

    expect(services.filter((code) => code.startsWith('adult_worker_'))).toEqual([
      ...['adult_worker_domestic_abuse', 'adult_worker_substance_use'],
    ]);
  });

  it('does not come for one factor alone', () => {
    expect(judge(ruleSet, { 'adults.domesticAbuse': true }).definite.routes).not.toContain('family_safeguarding');
  });
});

describe("Monmouthshire's front door", () => {
  const { ruleSet, nationPack } = profileOf('monmouthshire');

  it('offers Welsh until a choice is recorded, and then keeps to it', () => {
    const before = judge(ruleSet, {}).definite;
    const after = judge(ruleSet, { 'family.languageChoice': 'welsh' }).definite;

    expect(before.actions).toContain('offer_welsh_without_being_asked');
    expect(after.actions).not.toContain('offer_welsh_without_being_asked');
    expect(after.actions).toContain('go_on_in_welsh');
  });

  it('says in Welsh everything that it adds', () => {
    const rules = ruleSet.rules.slice(nationPack.ruleSet.rules.length);
    const facts = ruleSet.catalogue.slice(nationPack.ruleSet.catalogue.length);
    const words = (ruleSet.words ?? []).slice(nationPack.prompts.length);

    expect(rules.filter((rule) => rule.titleCy === undefined || rule.becauseCy === undefined)).toEqual([]);
    expect(facts.filter((entry) => entry.labelCy === undefined || entry.questionCy === undefined)).toEqual([]);
    expect(words.filter((word) => word.titleCy === undefined)).toEqual([]);
    expect([rules.length, facts.length, words.length]).toEqual([5, 2, 6]);
  });

  it('sends what several services must do to the Team Around the Family, and one service’s part to Families First', () => {
    expect(judge(ruleSet, { 'indicator.A10': true }).definite.routes).toContain('team_around_the_family');
    expect(judge(ruleSet, { 'indicator.C10': true }).definite.routes).not.toContain('team_around_the_family');
    expect(judge(ruleSet, { 'indicator.C10': true }).definite.services).toContain('families_first');
  });
});

describe("West Dunbartonshire's front door", () => {
  const { ruleSet, queues } = profileOf('west-dunbartonshire');

  it.each([
    ['indicator.C10', 'request_for_assistance'],
    ['indicator.B17', 'child_protection_concern'],
  ])('takes %s in by the door %s, which has a queue of its own', (indicator, door) => {
    const { definite } = judge(ruleSet, { [indicator]: true });

    const doors = ['request_for_assistance', 'child_protection_concern'];

    expect(definite.routes.filter((code) => doors.includes(code))).toEqual([door]);
    expect(queues.byLevel[definite.level]).toBe(door);
  });

  it.each<[FactValue, readonly string[]]>([
    [0, []],
    [15, []],
    [16, ['record_reason_beyond_15_miles']],
    ['unknown', ['find_out_the_distance_by_hand']],
  ])('at %p miles from home asks for %p', (miles, asked) => {
    const { actions } = judge(ruleSet, { 'placement.milesFromHome': miles }).definite;
    const about = ['record_reason_beyond_15_miles', 'find_out_the_distance_by_hand'];

    expect(actions.filter((code) => about.includes(code))).toEqual(asked);
  });

  it('asks the wellbeing questions of every need, from the lightest to a social work assessment', () => {
    for (const indicator of ['C10', 'A10', 'A07']) {
      const { actions } = judge(ruleSet, { [`indicator.${indicator}`]: true }).definite;

      expect(actions).toContain('ask_the_wellbeing_questions');
    }
  });

  it('looks to family first at the edge of care, and to one plan for a baby', () => {
    const baby = { 'child.ageDays': 200, 'child.ageYears': 0, 'child.first1001Days': true };

    expect(judge(ruleSet, { 'indicator.B28': true }).definite.actions).toContain('family_first_check');
    expect(judge(ruleSet, { ...baby, 'indicator.B04': true }).definite.actions).toContain('invite_to_infancy_plan');
    expect(judge(ruleSet, { 'indicator.B04': true }).definite.actions).not.toContain('invite_to_infancy_plan');
  });
});
