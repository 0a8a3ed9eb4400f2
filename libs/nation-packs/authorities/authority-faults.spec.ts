import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { YamlNode } from '../yaml-node.ts';
import { parseAuthority } from './parse-authority.ts';

const demo = parse(readFileSync(new URL('demo.yaml', import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>;

function read(changes: object): unknown {
  return parseAuthority(new YamlNode({ ...demo, ...changes }, 'demo.yaml'));
}

const HERE = { id: 'here', name: 'Here', postcodes: ['LK1'] };
const OWN = { id: 'own', version: 'own-1', title: 'Own', files: ['rules'] };

describe("an authority's file with a fault does not load", () => {
  it.each<[string, object, string]>([
    [
      'an outward code in two areas',
      { areas: [HERE, { ...HERE, id: 'there' }] },
      'demo.yaml > areas > there > postcodes: has LK1, which here has already',
    ],
    ['a decile above ten', { deprivationDeciles: { LK1: 11 } }, 'deprivationDeciles > LK1: must be between 1 and 10'],
    ['a decile of nought', { deprivationDeciles: { LK1: 0 } }, 'deprivationDeciles > LK1: must be between 1 and 10'],
    ['half a decile', { deprivationDeciles: { LK1: 1.5 } }, 'deprivationDeciles > LK1: must be a whole number'],
    ['a decile of nowhere', { deprivationDeciles: { ZZ9: 1 } }, 'ZZ9: is in no area of this authority'],
    ['a rule set without rules', { ruleSet: { ...OWN, files: ['prompts'] } }, 'ruleSet > files: must name rules'],
    ['a rule set of unheard-of files', { ruleSet: { ...OWN, files: ['rules', 'rulez'] } }, 'must be one of catalogue'],
    ['an assumption without words', { assumptions: [''] }, 'demo.yaml > assumptions > item 1: must be text'],
  ])('for %s', (_title, changes, problem) => {
    expect(() => read(changes)).toThrow(problem);
  });

  it('and the same file loads without the fault', () => {
    expect(read({ deprivationDeciles: { LK1: 10 }, ruleSet: OWN, assumptions: ['One.'] })).toMatchObject({
      deprivationDeciles: new Map([['LK1', 10]]),
      ruleSet: OWN,
      assumptions: ['One.'],
    });
  });
});
