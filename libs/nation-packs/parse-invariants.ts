import { LEVELS, type Nation, NATIONS, URGENCIES } from '#domain';
import type { SafetyInvariant } from '#rules';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { readAll } from './pack-data-error.ts';
import { parseCondition } from './parse-condition.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

const FIELDS = ['id', 'title', 'titleCy', 'source', 'nations', 'when', 'atLeast'];

/** The invariants of a file that hold in this nation. Throws `PackDataError` with all faults of the file. */
export function parseInvariants(
  file: YamlNode,
  nation: Nation,
  indicators: readonly IndicatorDefinition[],
): readonly SafetyInvariant[] {
  const held = file
    .get('invariants')
    .list()
    .filter((node) => {
      const nations = node
        .find('nations')
        ?.list()
        .map((item) => item.oneOf(NATIONS));
      return nations?.includes(nation) ?? true;
    });
  return readAll(file.where, held, (node) => parseInvariant(node, indicators));
}

function parseInvariant(node: YamlNode, indicators: readonly IndicatorDefinition[]): SafetyInvariant {
  const atLeast = node
    .only(...FIELDS)
    .get('atLeast')
    .only('level', 'urgency');
  if (!atLeast.has('level') && !atLeast.has('urgency')) atLeast.fail('must have a level or an urgency');
  return withoutUndefined({
    id: node.get('id').text(),
    title: node.get('title').text(),
    titleCy: node.find('titleCy')?.text(),
    source: node.get('source').text(),
    when: parseCondition(node.get('when'), indicators),
    atLeast: withoutUndefined({
      level: atLeast.find('level')?.oneOf(LEVELS),
      urgency: atLeast.find('urgency')?.oneOf(URGENCIES),
    }),
  });
}

/** Pairs of codes that contradict each other. */
export function parseExclusions(file: YamlNode): readonly (readonly [string, string])[] {
  const pairs = file.only('exclusions').get('exclusions').list();
  return pairs.map((node) => {
    const [one, other, ...more] = node.codes();
    if (one === undefined || other === undefined || more.length > 0) return node.fail('must be two codes');
    return [one, other] as const;
  });
}
