import { describe, expect, it } from '@jest/globals';
import { type FactValue, known, type Nation, NATIONS } from '#domain';
import { compileRuleSet, evaluate } from '#rules';
import { nationPack } from './nation-packs.ts';

const compiled = new Map(NATIONS.map((nation) => [nation, compileRuleSet(nationPack(nation).ruleSet)]));

/** What is proposed for a child of nine in no danger, not injured and known, with what the test adds. */
function proposedIn(nation: Nation, changes: Readonly<Record<string, FactValue>>) {
  const rules = compiled.get(nation);
  if (rules === undefined) throw new Error(`no rules for ${nation}`);
  const quiet = {
    'safety.immediateDanger': false,
    'child.ageYears': 9,
    'child.ageDays': 3300,
    'child.injuryReported': false,
  };
  const facts = Object.entries({ ...quiet, ...changes }).map(([id, value]) => [id, known(value)] as const);
  return evaluate(rules, Object.fromEntries(facts), { onDate: '2026-11-21', area: null }).definite;
}

describe('where the nations differ', () => {
  it('is one row of the indicator table: physical punishment, which is assault in Wales and Scotland', () => {
    const rowsOf = (nation: Nation) =>
      nationPack(nation).indicators.map(
        ({ id, level, urgency, redLine }) => `${id} ${level} ${urgency} ${String(redLine)}`,
      );
    const others = NATIONS.map((nation) => rowsOf(nation).filter((row) => !rowsOf('england').includes(row)));

    const punished = 'B15 statutory_need amber false';
    expect(others).toEqual([[], [punished], [punished], []]);
  });

  it('is nothing else that moves a level or an urgency: the nations’ own rules prompt and route', () => {
    const common = new Set(nationPack('england').ruleSet.rules.map((rule) => rule.id.slice(4)));
    const own = NATIONS.flatMap((nation) =>
      nationPack(nation).ruleSet.rules.filter((rule) => !common.has(rule.id.slice(4))),
    );

    expect(own.filter(({ then }) => then.minLevel !== undefined || then.minUrgency !== undefined)).toEqual([]);
    expect(own.length).toBeGreaterThanOrEqual(20);
  });

  it('sends a smack in Wales to a report of a child at risk and a word with the police, and in England to early help', () => {
    expect(proposedIn('wales', { 'indicator.B15': true })).toMatchObject({
      level: 'statutory_need',
      urgency: 'amber',
      routes: ['child_at_risk_report'],
      actions: expect.arrayContaining(['answer_in_proportion', 'discuss_with_police_at_once']),
    });
    expect(proposedIn('england', { 'indicator.B15': true })).toMatchObject({
      level: 'targeted_early_help',
      routes: [],
    });
  });

  it('tells the home authority in Wales where the child lives elsewhere, and only where somebody said so', () => {
    const hurt = { 'indicator.B16': true };

    expect(proposedIn('wales', { ...hurt, 'place.homeAuthorityIsAnother': true }).routes).toContain(
      'notify_home_authority',
    );
    expect(proposedIn('wales', hurt).routes).not.toContain('notify_home_authority');
  });

  it('has the Reporter considered in Scotland under 16, and an order looked for at 16 and 17', () => {
    const offending = { 'indicator.A20': true, 'history.earlyHelpDeclined': true };

    expect(proposedIn('scotland', { ...offending, 'child.ageYears': 15 }).routes).toContain('reporter');
    expect(proposedIn('scotland', { ...offending, 'child.ageYears': 16 }).routes).not.toContain('reporter');
    expect(proposedIn('scotland', { ...offending, 'child.ageYears': 16 }).actions).toContain(
      'check_for_a_compulsory_order',
    );
    expect(proposedIn('england', { ...offending, 'child.ageYears': 15 }).routes).toEqual([]);
  });

  it('opens two doors in Scotland: one for help, one for protection', () => {
    expect(proposedIn('scotland', { 'indicator.B03': true }).routes).toEqual([
      'named_person',
      'request_for_assistance',
    ]);
    expect(proposedIn('scotland', { 'indicator.B18': true }).routes).toEqual(['child_protection_concern']);
  });

  it('sends a need in Northern Ireland to a hub by agreement, and harm to the Gateway, seen within a day', () => {
    const help = { 'indicator.B03': true, 'agreement.given': 'yes' };

    expect(proposedIn('northern_ireland', help).routes).toEqual(['family_support_hub']);
    expect(proposedIn('northern_ireland', { ...help, 'agreement.given': 'no' }).routes).toEqual([]);
    expect(proposedIn('northern_ireland', { 'indicator.B18': true })).toMatchObject({
      routes: ['gateway_service'],
      actions: expect.arrayContaining(['see_the_child_within_24_hours', 'tell_police_of_the_offence']),
    });
  });

  it('has no Prevent gateway in Northern Ireland, where the duty does not apply', () => {
    const routesOf = (nation: Nation) =>
      ['D09', 'D10'].map((id) => proposedIn(nation, { [`indicator.${id}`]: true }).routes);

    expect(routesOf('northern_ireland').flat()).not.toContain('prevent_gateway');
    expect(routesOf('wales').map((routes) => routes.includes('prevent_gateway'))).toEqual([true, true]);
  });
});
