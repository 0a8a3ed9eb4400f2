import { LEVELS, NATIONS, URGENCIES } from '#domain';
import type { Outcome, Rule } from '#rules';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { readAll } from './pack-data-error.ts';
import { parseCondition } from './parse-condition.ts';
import { parseRuleTests } from './parse-rule-tests.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

const FIELDS = [
  ...['id', 'version', 'title', 'titleCy', 'because', 'becauseCy', 'owner', 'legalBasis', 'source', 'effectiveFrom'],
  ...['effectiveTo', 'areas', 'when', 'then', 'tests'],
];
const OUTCOME_FIELDS = ['minLevel', 'minUrgency', 'redLine', 'routes', 'actions', 'services', 'questions'];

/**
 * The rules of one file. Every field is written out on every rule: a rule must be readable on its own. Throws
 * `PackDataError` with the faults of all its rules.
 */
export function parseRules(file: YamlNode, indicators: readonly IndicatorDefinition[]): readonly Rule[] {
  const nodes = file.only('rules').get('rules').list();
  return readAll(file.where, nodes, (node) => parseRule(node, indicators));
}

function parseRule(node: YamlNode, indicators: readonly IndicatorDefinition[]): Rule {
  node.only(...FIELDS);
  return withoutUndefined({
    id: node.get('id').text(),
    version: node.get('version').integer(),
    title: node.get('title').text(),
    titleCy: node.find('titleCy')?.text(),
    because: node.get('because').text(),
    becauseCy: node.find('becauseCy')?.text(),
    owner: node.get('owner').text(),
    legalBasis: parseLegalBasis(node.get('legalBasis')),
    source: node.get('source').text(),
    effectiveFrom: node.get('effectiveFrom').date(),
    effectiveTo: node.find('effectiveTo')?.date(),
    areas: node.get('areas').texts(),
    when: parseCondition(node.get('when'), indicators),
    then: parseOutcome(node.get('then')),
    tests: parseRuleTests(node.get('tests'), indicators),
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
