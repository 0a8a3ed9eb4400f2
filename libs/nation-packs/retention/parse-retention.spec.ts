import { describe, expect, it } from '@jest/globals';
import { NATIONS } from '#domain';
import { parse } from 'yaml';
import { knownAuthorityIds } from '../authorities/authorities.ts';
import { nationPack } from '../nation-packs.ts';
import { YamlNode } from '../yaml-node.ts';
import { parseRetention, withOwnRules } from './parse-retention.ts';
import { nationRetention, retentionScheduleOf } from './retention-schedule-of.ts';
import { RETENTION_OUTCOMES } from './retention-schedule.ts';

const RULE = '{ id: x, outcome: universal, years: 6, from: last_contact, evidence: unverified, source: Test. }';
const OUTCOMES = RETENTION_OUTCOMES.map(
  (outcome) =>
    `  - { id: ${outcome}, outcome: ${outcome}, years: 6, from: last_contact, evidence: found, source: Test. }`,
);
const ABUSE = '  - { id: abuse, flag: sexual_abuse, years: 75, from: date_of_birth, evidence: found, source: Test. }';

function schedule(rules: readonly string[], more = ''): YamlNode {
  const text = `reReferralWindowMonths: 12
monthsAfterWindow: 24
rules:
${rules.join('\n')}
flags: { sexual_abuse: [B18], child_protection: [], care: [] }
suggestHold: [sexual_abuse]
assumptions: []
${more}`;
  return new YamlNode(parse(text), 'retention.yaml');
}

function parsed(rules: readonly string[], more = '') {
  return parseRetention(schedule(rules, more), nationPack('england').indicators);
}

describe('a retention schedule', () => {
  it.each(NATIONS)('of %s keeps sexual-abuse records longest and nothing under three years', (nation) => {
    const { rules, suggestHold, assumptions } = nationRetention(nation);

    expect(rules.every((rule) => rule.years >= 3)).toBe(true);
    expect(suggestHold).toEqual(['sexual_abuse']);
    expect(assumptions.length).toBeGreaterThan(0);
  });

  it('outside England marks every period as unverified', () => {
    for (const nation of NATIONS.filter((each) => each !== 'england')) {
      expect(nationRetention(nation).rules.filter((rule) => rule.evidence === 'found')).toEqual([]);
    }
  });

  it('is there for every authority, with its own rules in place of its nation’s', () => {
    for (const id of knownAuthorityIds()) expect(retentionScheduleOf(id).rules.length).toBeGreaterThan(5);
    const years = (id: string) => retentionScheduleOf(id).rules.find((rule) => rule.id === 'no_further_action')?.years;

    expect([years('larkshire'), years('shropshire')]).toEqual([4, 3]);
  });

  it('refuses an outcome without a rule, a period too short, two rules of one id and abuse not kept longest', () => {
    expect(() => parsed([...OUTCOMES.slice(1), ABUSE])).toThrow('no rule for no_further_action');
    expect(() => parsed([...OUTCOMES, ABUSE, `  - ${RULE.replace('6', '2')}`])).toThrow('keeps x for less');
    expect(() => parsed([...OUTCOMES, ABUSE, ABUSE])).toThrow('two rules with one id');
    expect(() => parsed(OUTCOMES)).toThrow('sexual_abuse');
    expect(() => parsed([...OUTCOMES, ABUSE.replace('75', '5')])).toThrow('sexual_abuse');
  });

  it('refuses a rule for an outcome and a flag at once, an unknown indicator and an unknown field', () => {
    expect(() => parsed([...OUTCOMES, ABUSE, `  - ${RULE.replace('years', 'flag: care, years')}`])).toThrow('either');
    expect(() => parsed([...OUTCOMES, ABUSE], 'forever: true')).toThrow('forever');
    const strange = schedule([...OUTCOMES, ABUSE]);
    (strange.value as { flags: { care: string[] } }).flags.care = ['Z99'];
    expect(() => parseRetention(strange, nationPack('england').indicators)).toThrow('Z99');
  });

  it('holds an authority’s own rules to the same', () => {
    const own = new YamlNode(parse(`rules:\n  - ${RULE.replace('6', '1')}`), 'retention.yaml');

    expect(() => withOwnRules(own, parsed([...OUTCOMES, ABUSE]))).toThrow('keeps x for less');
  });
});
