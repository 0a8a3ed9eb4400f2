import { describe, expect, it } from '@jest/globals';
import type { Level, Urgency } from '#domain';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { parseCondition } from './parse-condition.ts';
import { YamlNode } from './yaml-node.ts';

function anIndicator(id: string, level: Level, urgency: Urgency, factors: readonly string[] = []): IndicatorDefinition {
  const words = { title: id, question: `${id}?`, because: id, owner: 'Nobody' };
  const codes = { actions: [], routes: [], services: [], questions: [] };
  const domain = id.startsWith('A') ? 'A' : 'C';
  return { id, domain, level, urgency, factors, redLine: false, aboutOthers: false, ...words, ...codes };
}

const LIBRARY = [
  anIndicator('A01', 'early_help', 'green', ['16A']),
  anIndicator('A02', 'statutory_need', 'amber', ['16A']),
  anIndicator('C01', 'early_help', 'amber'),
];
const [a01, a02, c01] = ['A01', 'A02', 'C01'].map((id) => ({ fact: `indicator.${id}`, is: true }));

function expand(written: unknown): unknown {
  return parseCondition(new YamlNode(written, 'when'), LIBRARY);
}

describe('short forms of conditions', () => {
  it.each<[string, unknown, unknown]>([
    ['indicators of a level', { anyIndicatorAt: 'early_help' }, { any: [a01, c01] }],
    ['indicators from a level up', { anyIndicatorFrom: 'early_help' }, { any: [a01, a02, c01] }],
    ['indicators of an urgency', { anyIndicatorUrgency: 'amber' }, { any: [a02, c01] }],
    ['so many indicators of a level', { atLeastIndicators: 2, at: 'early_help' }, { atLeast: 2, of: [a01, c01] }],
    ['so many indicators of a factor', { atLeastIndicators: 2, factor: '16A' }, { atLeast: 2, of: [a01, a02] }],
    ['so many domains', { domainsWith: 2, at: 'early_help' }, { atLeast: 2, of: [{ any: [a01] }, { any: [c01] }] }],
    ['a short form within a condition', { all: [{ anyIndicatorAt: 'statutory_need' }] }, { all: [{ any: [a02] }] }],
  ])('write out %s', (_title, written, expanded) => {
    expect(expand(written)).toEqual(expanded);
  });

  it.each<[string, unknown, string]>([
    ['no indicator can meet', { anyIndicatorAt: 'universal' }, 'when: matches no indicator, so it can never hold'],
    ['asks for more than there are', { domainsWith: 3, at: 'early_help' }, 'between 1 and the 2 there are'],
    ['names a level that does not exist', { anyIndicatorAt: 'level_9' }, 'when > anyIndicatorAt: must be one of'],
    ['has a field too many', { anyIndicatorAt: 'early_help', at: 'early_help' }, 'when: has no field at'],
    ['is no condition', { always: true }, 'when: is not a condition'],
  ])('refuse one that %s', (_title, written, problem) => {
    expect(() => expand(written)).toThrow(problem);
  });
});
