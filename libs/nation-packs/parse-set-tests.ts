import { LEVELS, URGENCIES } from '#domain';
import type { RuleSetTest } from '#rules';
import { readAll } from './pack-data-error.ts';
import { factValue } from './parse-condition.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

/**
 * Examples of a whole rule set at work. `background` are facts that every example has unless it says otherwise: a child
 * who is in no danger, not injured and known, so that an example only names what it is about.
 */
export function parseSetTests(file: YamlNode): readonly RuleSetTest[] {
  const background = factsOf(file.only('background', 'tests').get('background'));
  return readAll(file.where, file.get('tests').list(), (node) => {
    node.only('title', 'facts', 'onDate', 'area', 'expect');
    const expected = node.get('expect').only('level', 'urgency', 'needsInformation');
    return withoutUndefined({
      title: node.get('title').text(),
      facts: { ...background, ...factsOf(node.get('facts')) },
      onDate: node.find('onDate')?.date(),
      area: node.find('area')?.text(),
      expect: withoutUndefined({
        level: expected.get('level').oneOf(LEVELS),
        urgency: expected.get('urgency').oneOf(URGENCIES),
        needsInformation: expected.find('needsInformation')?.boolean(),
      }),
    });
  });
}

function factsOf(node: YamlNode): RuleSetTest['facts'] {
  return Object.fromEntries(node.entries().map(([id, value]) => [id, factValue(value)]));
}
