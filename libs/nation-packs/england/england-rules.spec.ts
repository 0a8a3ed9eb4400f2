import { describe, expect, it } from '@jest/globals';
import { type FactValue, known, type Level, type Urgency, unknown } from '#domain';
import { compileRuleSet, evaluate, type Evaluation } from '#rules';
import { nationPack } from '../nation-packs.ts';

const pack = nationPack('england');
const compiled = compileRuleSet(pack.ruleSet);

/** A child of nine in no danger, not injured and seen by the sender, with what the test adds. */
const QUIET: Readonly<Record<string, FactValue>> = {
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
const BABY = { 'child.ageDays': 200, 'child.ageYears': 0, 'child.first1001Days': true };

function judge(changes: Readonly<Record<string, FactValue>>): Evaluation {
  const given = Object.entries({ ...QUIET, ...changes });
  const facts = given.map(([id, value]) => [id, value === 'unknown' ? unknown('not_known') : known(value)] as const);
  return evaluate(compiled, Object.fromEntries(facts), { onDate: '2026-11-21', area: null });
}

function proposed(changes: Readonly<Record<string, FactValue>>): readonly [Level, Urgency] {
  const { definite } = judge(changes);
  return [definite.level, definite.urgency];
}

describe("England's rules", () => {
  it('propose universal services where nothing is worrying, with no question open', () => {
    expect(proposed({})).toEqual(['universal', 'blue']);
    expect(judge({}).needsInformation).toBe(false);
  });

  it.each(pack.indicators.map((indicator) => [indicator.id, indicator] as const))(
    'propose for %s alone the lowest level of its range',
    (id, { level, urgency, redLine }) => {
      const { definite } = judge({ [`indicator.${id}`]: true });

      expect([definite.level, definite.urgency, definite.redLine]).toEqual([level, urgency, redLine]);
    },
  );

  it('propose protection, today, for an injured baby who cannot move', () => {
    const { definite } = judge({ ...BABY, 'child.nonMobile': true, 'child.injuryReported': true });

    expect(definite).toMatchObject({ level: 'statutory_protection', urgency: 'red', redLine: true });
  });

  it('keep open what an unanswered question about a baby could mean', () => {
    const { definite, possible, openFacts } = judge({
      ...BABY,
      'child.nonMobile': 'unknown',
      'child.injuryReported': true,
    });

    expect([definite.level, definite.urgency]).toEqual(['targeted_early_help', 'amber']);
    expect([possible.level, possible.urgency]).toEqual(['statutory_protection', 'red']);
    expect(openFacts).toEqual(['child.nonMobile']);
  });

  it.each<[string, Level, Urgency]>([
    ['indicator.C06', 'targeted_early_help', 'amber'],
    ['indicator.A10', 'statutory_need', 'amber'],
    ['indicator.B05', 'statutory_need', 'red'],
    ['indicator.C14', 'statutory_protection', 'amber'],
    ['indicator.B13', 'statutory_protection', 'red'],
  ])('count an injury to a crawling baby one level and one urgency more beside %s', (indicator, level, urgency) => {
    expect(proposed({ ...BABY, 'child.injuryReported': true, [indicator]: true })).toEqual([level, urgency]);
  });

  it('ask about the baby’s mobility of nobody whose child is nine', () => {
    expect(judge({ 'child.injuryReported': 'unknown' }).openFacts).toEqual(['child.injuryReported']);
  });

  it('add up three additional needs in two parts of life, and prompt at two targeted needs', () => {
    expect(proposed({ 'indicator.A13': true, 'indicator.C11': true, 'indicator.C06': true })).toEqual([
      'targeted_early_help',
      'green',
    ]);
    expect(judge({ 'indicator.A10': true, 'indicator.A12': true }).definite).toMatchObject({
      level: 'targeted_early_help',
      urgency: 'amber',
      actions: expect.arrayContaining(['consider_statutory_need']),
    });
  });

  it('draw the red line of domestic abuse by the answers as by the tick', () => {
    for (const feature of ['strangulation', 'weapon', 'pregnancy', 'threatToKill']) {
      const { definite } = judge({ 'domesticAbuse.reported': true, [`domesticAbuse.${feature}`]: true });

      expect(definite).toMatchObject({ level: 'statutory_protection', urgency: 'red', redLine: true });
    }
  });

  it('take a report from the public as they take a professional’s', () => {
    const report = { 'indicator.B19': true, 'child.identityKnown': false };

    expect(proposed({ ...report, 'referral.fromPublic': true })).toEqual(proposed(report));
  });

  it('bring a refusal of early help back to screening and never lower for it', () => {
    const { definite } = judge({ 'history.earlyHelpDeclined': true, 'agreement.given': 'no', 'indicator.A28': true });

    expect(definite.level).toBe('targeted_early_help');
    expect(definite.actions).toEqual(
      expect.arrayContaining(['return_to_screening', 'decide_if_statutory_threshold_met']),
    );
  });
});
