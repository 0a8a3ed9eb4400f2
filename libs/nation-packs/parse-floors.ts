import { LEVELS, type Level, levelRank, URGENCIES, type Urgency, urgencyRank } from '#domain';
import type { SafetyInvariant } from '#rules';
import type { IndicatorDefinition } from './indicator-definition.ts';
import type { YamlNode } from './yaml-node.ts';

interface Floor {
  readonly level: Level;
  readonly urgency: Urgency;
}

const HIGHEST: Floor = { level: 'statutory_protection', urgency: 'red' };

/**
 * What an indicator alone must at least lead to, from a table of its own and not from the indicators, so that a changed
 * indicator is found out. `own` are the rows in which this nation stands higher. Fails when a row is missing, when a
 * red line is not at the top, or when a nation's own row is lower than the common one.
 */
export function parseFloors(
  file: YamlNode,
  own: YamlNode,
  indicators: readonly IndicatorDefinition[],
): readonly SafetyInvariant[] {
  const redLines = new Set(file.only('floors', 'redLines', 'source').get('redLines').texts());
  const source = file.get('source').text();
  const ids = indicators.map((indicator) => indicator.id);
  const rows = file.get('floors').only(...ids);
  const higher = own.only(...ids);
  for (const id of redLines) {
    if (!ids.includes(id)) file.get('redLines').fail(`there is no indicator ${id}`);
  }
  return indicators.flatMap(({ id, title }) => {
    const atLeast = raised(parseFloor(rows.get(id)), higher.find(id));
    const isRedLine = redLines.has(id);
    if (isRedLine && !isHighest(atLeast)) rows.get(id).fail('is a red line, so it must be at the top');
    if (atLeast.level === 'universal' && atLeast.urgency === 'blue') return [];
    return [
      {
        id: `${isRedLine ? 'red-line' : 'floor'}-${id}`,
        title: `${title}: at least ${atLeast.level} and ${atLeast.urgency}${isRedLine ? ' (red line)' : ''}`,
        source: `${source}, ${isRedLine ? 'list E, ' : ''}${id}`,
        when: { fact: `indicator.${id}`, is: true },
        atLeast,
      },
    ];
  });
}

/** `[level, urgency]`. */
function parseFloor(node: YamlNode): Floor {
  const [level, urgency, ...more] = node.list();
  if (level === undefined || urgency === undefined || more.length > 0) return node.fail('must be [level, urgency]');
  return { level: level.oneOf(LEVELS), urgency: urgency.oneOf(URGENCIES) };
}

function raised(common: Floor, node: YamlNode | undefined): Floor {
  if (node === undefined) return common;
  const own = parseFloor(node);
  const isLower =
    levelRank(own.level) < levelRank(common.level) || urgencyRank(own.urgency) < urgencyRank(common.urgency);
  return isLower ? node.fail('may not be lower than the common row') : own;
}

function isHighest({ level, urgency }: Floor): boolean {
  return level === HIGHEST.level && urgency === HIGHEST.urgency;
}
