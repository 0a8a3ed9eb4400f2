import { type Level, LEVELS, levelRank, URGENCIES } from '#domain';
import type { Condition } from '#rules';
import { INDICATOR_DOMAINS, type IndicatorDefinition } from './indicator-definition.ts';
import type { YamlNode } from './yaml-node.ts';

type Expand = (node: YamlNode, indicators: readonly IndicatorDefinition[]) => Condition;

/**
 * Short forms for conditions over the indicator library, so that a new indicator joins the rules by its level alone.
 * They are written out to plain conditions on load: the rule language itself stays small enough to prove things about.
 */
export const CONDITION_MACROS: Readonly<Record<string, Expand>> = {
  /** Any indicator whose own level is exactly this. */
  anyIndicatorAt: (node, indicators) => anyOf(node, indicators.filter(isAt(level(node, 'anyIndicatorAt')))),

  /** Any indicator at this level or above. */
  anyIndicatorFrom: (node, indicators) => {
    const lowest = levelRank(level(node, 'anyIndicatorFrom'));
    return anyOf(
      node,
      indicators.filter((indicator) => levelRank(indicator.level) >= lowest),
    );
  },

  /** Any indicator whose own urgency is exactly this. */
  anyIndicatorUrgency: (node, indicators) => {
    const urgency = node.only('anyIndicatorUrgency').get('anyIndicatorUrgency').oneOf(URGENCIES);
    return anyOf(
      node,
      indicators.filter((indicator) => indicator.urgency === urgency),
    );
  },

  /** At least so many indicators at a level, or with a census factor. */
  atLeastIndicators: (node, indicators) => {
    const factor = node.only('atLeastIndicators', 'at', 'factor').find('factor')?.text();
    const chosen =
      factor === undefined
        ? indicators.filter(isAt(node.get('at').oneOf(LEVELS)))
        : indicators.filter((indicator) => indicator.factors.includes(factor));
    return { atLeast: count(node, 'atLeastIndicators', chosen.length), of: chosen.map(isReported) };
  },

  /** Indicators at a level in at least so many of the four domains. */
  domainsWith: (node, indicators) => {
    const at = isAt(node.only('domainsWith', 'at').get('at').oneOf(LEVELS));
    const of = INDICATOR_DOMAINS.map((domain) => indicators.filter((each) => each.domain === domain && at(each)))
      .filter((chosen) => chosen.length > 0)
      .map((chosen) => anyOf(node, chosen));
    return { atLeast: count(node, 'domainsWith', of.length), of };
  },
};

function isReported(indicator: IndicatorDefinition): Condition {
  return { fact: `indicator.${indicator.id}`, is: true };
}

function isAt(wanted: Level): (indicator: IndicatorDefinition) => boolean {
  return (indicator) => indicator.level === wanted;
}

function anyOf(node: YamlNode, chosen: readonly IndicatorDefinition[]): Condition {
  return chosen.length > 0 ? { any: chosen.map(isReported) } : node.fail('matches no indicator, so it can never hold');
}

function level(node: YamlNode, macro: string): Level {
  return node.only(macro).get(macro).oneOf(LEVELS);
}

function count(node: YamlNode, macro: string, available: number): number {
  const wanted = node.get(macro).integer();
  const isPossible = wanted >= 1 && wanted <= available;
  return isPossible ? wanted : node.get(macro).fail(`must be between 1 and the ${available} there are`);
}
