import type { Condition, RuleTest } from '#rules';
import { INDICATOR_DOMAINS, type IndicatorDefinition } from './indicator-definition.ts';
import { factValue, parseCondition } from './parse-condition.ts';
import type { YamlNode } from './yaml-node.ts';

const EXPECTED = ['true', 'false', 'unknown'] as const;

/**
 * The tests of one rule. A test with `each`, a short form over indicators, is written out to one test for every
 * indicator of it (where so many of them are asked for, for that many neighbours), beside the facts that it names: a
 * rule that lost one of its indicators fails. `domain` keeps to the indicators of one domain.
 */
export function parseRuleTests(node: YamlNode, indicators: readonly IndicatorDefinition[]): readonly RuleTest[] {
  return node.list().flatMap((test) => parseTest(test, indicators));
}

function parseTest(node: YamlNode, indicators: readonly IndicatorDefinition[]): readonly RuleTest[] {
  node.only('title', 'each', 'domain', 'facts', 'expect');
  const title = node.get('title').text();
  const facts = Object.fromEntries(
    node
      .get('facts')
      .entries()
      .map(([id, value]) => [id, factValue(value)]),
  );
  const expected = parseExpected(node.get('expect'));
  const each = node.find('each');
  if (each === undefined) return [{ title, facts, expect: expected }];
  const domain = node.find('domain')?.oneOf(INDICATOR_DOMAINS);
  const chosen = indicators.filter((indicator) => domain === undefined || indicator.domain === domain);
  return neighbours(parseCondition(each, chosen), each).map((ids) => ({
    title: `${title}: ${ids.map((id) => id.replace('indicator.', '')).join(' and ')}`,
    facts: { ...facts, ...Object.fromEntries(ids.map((id) => [id, true])) },
    expect: expected,
  }));
}

/** Every run of as many indicators as the short form asks for, the last ones together with the first. */
function neighbours(condition: Condition, node: YamlNode): readonly (readonly string[])[] {
  const [wanted, parts] =
    'of' in condition ? [condition.atLeast, condition.of] : 'any' in condition ? [1, condition.any] : [0, []];
  const ids = parts.flatMap((part) => ('is' in part ? [part.fact] : []));
  if (wanted === 0 || ids.length !== parts.length) node.fail('must be a short form over indicators');
  return ids.map((_id, start) => Array.from({ length: wanted }, (_, step) => ids[(start + step) % ids.length] ?? ''));
}

/** YAML reads `true` and `false` as booleans; the rule test has words. */
function parseExpected(node: YamlNode): RuleTest['expect'] {
  return typeof node.value === 'boolean' ? (node.value ? 'true' : 'false') : node.oneOf(EXPECTED);
}
