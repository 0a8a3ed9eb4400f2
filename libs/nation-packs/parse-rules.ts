import { LEVELS, NATIONS, URGENCIES } from '#domain';
import type { Outcome, Rule, RuleTest } from '#rules';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { factValue, parseCondition } from './parse-condition.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

const FIELDS = [
  ...['id', 'version', 'title', 'because', 'owner', 'legalBasis', 'source', 'effectiveFrom', 'effectiveTo', 'areas'],
  ...['when', 'then', 'tests'],
];
const OUTCOME_FIELDS = ['minLevel', 'minUrgency', 'redLine', 'routes', 'actions', 'services', 'questions'];
const EXPECTED = ['true', 'false', 'unknown'] as const;

/** The rules of one file. Every field is written out on every rule: a rule must be readable on its own. */
export function parseRules(file: YamlNode, indicators: readonly IndicatorDefinition[]): readonly Rule[] {
  return file
    .only('rules')
    .get('rules')
    .list()
    .map((node) => parseRule(node, indicators));
}

function parseRule(node: YamlNode, indicators: readonly IndicatorDefinition[]): Rule {
  node.only(...FIELDS);
  return withoutUndefined({
    id: node.get('id').text(),
    version: node.get('version').integer(),
    title: node.get('title').text(),
    because: node.get('because').text(),
    owner: node.get('owner').text(),
    legalBasis: parseLegalBasis(node.get('legalBasis')),
    source: node.get('source').text(),
    effectiveFrom: node.get('effectiveFrom').date(),
    effectiveTo: node.find('effectiveTo')?.date(),
    areas: node.get('areas').texts(),
    when: parseCondition(node.get('when'), indicators),
    then: parseOutcome(node.get('then')),
    tests: node.get('tests').list().map(parseTest),
  });
}

function parseLegalBasis(node: YamlNode): Rule['legalBasis'] {
  return Object.fromEntries(
    node
      .only(...NATIONS)
      .entries()
      .map(([nation, basis]) => [nation, basis.text()]),
  );
}

function parseOutcome(node: YamlNode): Outcome {
  node.only(...OUTCOME_FIELDS);
  return withoutUndefined({
    minLevel: node.find('minLevel')?.oneOf(LEVELS),
    minUrgency: node.find('minUrgency')?.oneOf(URGENCIES),
    redLine: node.find('redLine')?.boolean(),
    routes: node.find('routes')?.codes(),
    actions: node.find('actions')?.codes(),
    services: node.find('services')?.codes(),
    questions: node.find('questions')?.codes(),
  });
}

function parseTest(node: YamlNode): RuleTest {
  node.only('title', 'facts', 'expect');
  const facts = node.get('facts').entries();
  return {
    title: node.get('title').text(),
    facts: Object.fromEntries(facts.map(([id, value]) => [id, factValue(value)])),
    expect: parseExpected(node.get('expect')),
  };
}

/** YAML reads `true` and `false` as booleans; the rule test has words. */
function parseExpected(node: YamlNode): RuleTest['expect'] {
  return typeof node.value === 'boolean' ? (node.value ? 'true' : 'false') : node.oneOf(EXPECTED);
}
