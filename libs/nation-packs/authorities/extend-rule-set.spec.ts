import { describe, expect, it } from '@jest/globals';
import type { Rule } from '#rules';
import { nationPack } from '../nation-packs.ts';
import { PackDataError } from '../pack-data-error.ts';
import { extendRuleSet } from './extend-rule-set.ts';
import type { OwnRules } from './own-rules.ts';

const { ruleSet, prompts } = nationPack('england');
const england = { ...ruleSet, words: prompts };

const RULE: Rule = {
  id: 'OWN-01',
  version: 1,
  title: 'Immediate danger',
  because: 'Because.',
  owner: 'Nobody',
  legalBasis: { england: 'Children Act 1989 s47' },
  source: 'Here',
  effectiveFrom: '2024-04-01',
  areas: ['*'],
  when: { fact: 'safety.immediateDanger', is: true },
  then: { actions: ['own_action'] },
  tests: [{ title: 'danger', facts: { 'safety.immediateDanger': true }, expect: 'true' }],
};
const OWN: OwnRules = {
  head: { id: 'own', version: 'own-1', title: 'Own' },
  catalogue: [],
  rules: [RULE],
  words: [{ kind: 'action', code: 'own_action', title: 'Own action' }],
  exclusions: [],
  tests: [],
};

function extend(changes: Partial<OwnRules>): unknown {
  return extendRuleSet(england, { ...OWN, ...changes }, ['north']);
}

describe("an authority's own rules", () => {
  it("stand beside the nation's, which stay as they are", () => {
    const extended = extendRuleSet(england, OWN, ['north']);

    expect([extended.id, extended.version, extended.nation]).toEqual(['own', 'own-1', 'england']);
    expect(extended.rules).toEqual([...england.rules, RULE]);
    expect(extended.catalogue).toEqual(england.catalogue);
    expect(extended.tests).toEqual(england.tests ?? []);
  });

  it.each<[string, Partial<OwnRules>, string]>([
    [
      "the id of one of the nation's rules",
      { rules: [{ ...RULE, id: 'ENG-A01' }] },
      'rule set own: rules > ENG-A01 > id: The id "ENG-A01" is used twice.',
    ],
    [
      "one of the nation's facts",
      { catalogue: england.catalogue.slice(0, 1) },
      'catalogue > safety.immediateDanger > id: The id "safety.immediateDanger" is used twice.',
    ],
    ["words of the nation's", { words: [...OWN.words, ...prompts.slice(0, 1)] }, 'has words already'],
    ['no words for its code', { words: [] }, 'OWN-01 > then > actions > 0: There are no words for the action'],
    ["the nation's name", { head: { ...OWN.head, id: 'england' } }, "the id england is the nation's own"],
    ['an area of nobody', { rules: [{ ...RULE, areas: ['nroth'] }] }, 'OWN-01 names no area of the authority: nroth'],
    ['no law of the nation', { rules: [{ ...RULE, legalBasis: { wales: 'A' } }] }, 'rules > OWN-01 > legalBasis'],
    ['an exclusion of nothing', { exclusions: [['own_action', 'nothing']] }, 'no code of its rules: nothing'],
    [
      'a lower level',
      { rules: [{ ...RULE, then: JSON.parse('{ "maxLevel": "universal" }') as Rule['then'] }] },
      'rules > OWN-01 > then > maxLevel',
    ],
  ])('are refused with %s', (_title, changes, problem) => {
    expect(() => extend(changes)).toThrow(PackDataError);
    expect(() => extend(changes)).toThrow(problem);
  });

  it('are refused with every fault at once', () => {
    const rules = [
      { ...RULE, areas: ['nroth'] },
      { ...RULE, because: '' },
    ];

    expect(() => extend({ rules })).toThrow(/nroth[^]*used twice[^]*because|nroth[^]*because[^]*used twice/);
  });

  it('may be for an area of the authority', () => {
    expect(() => extend({ rules: [{ ...RULE, areas: ['north'] }] })).not.toThrow();
  });
});
