import { type Level, LEVELS, levelRank, URGENCIES } from '#domain';
import { INDICATOR_DOMAINS, type IndicatorDefinition, type IndicatorDomain } from './indicator-definition.ts';
import { readAll } from './pack-data-error.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

const FIELDS = [
  ...['id', 'title', 'question', 'level', 'upTo', 'urgency', 'factor', 'primaryNeed', 'redLine', 'because', 'owner'],
  ...['aboutOthers', 'legalBasis', 'actions', 'routes', 'services', 'questions', 'titleCy', 'questionCy', 'becauseCy'],
];

/** The indicator library, domain by domain. Throws `PackDataError` with all faults of a domain. */
export function parseIndicators(file: YamlNode): readonly IndicatorDefinition[] {
  return INDICATOR_DOMAINS.flatMap((domain) => {
    const section = file
      .only(...INDICATOR_DOMAINS)
      .get(domain)
      .only('title', 'indicators');
    const list = section.get('indicators');
    return readAll(list.where, list.list(), (node) => parseIndicator(node, domain));
  });
}

function parseIndicator(node: YamlNode, domain: IndicatorDomain): IndicatorDefinition {
  node.only(...FIELDS);
  const id = node.get('id').text();
  if (!new RegExp(`^${domain}\\d\\d$`).test(id)) node.get('id').fail(`must be ${domain} and two digits`);
  const level = node.get('level').oneOf(LEVELS);
  return withoutUndefined({
    id,
    domain,
    title: node.get('title').text(),
    titleCy: node.find('titleCy')?.text(),
    question: node.get('question').text(),
    questionCy: node.find('questionCy')?.text(),
    level,
    upTo: parseUpTo(node, level),
    urgency: node.get('urgency').oneOf(URGENCIES),
    factors: textsAt(node, 'factor'),
    primaryNeed: node.find('primaryNeed')?.text(),
    redLine: flagAt(node, 'redLine'),
    aboutOthers: flagAt(node, 'aboutOthers'),
    because: node.get('because').text(),
    becauseCy: node.find('becauseCy')?.text(),
    owner: node.get('owner').text(),
    legalBasis: node.find('legalBasis')?.text(),
    actions: codesAt(node, 'actions'),
    routes: codesAt(node, 'routes'),
    services: codesAt(node, 'services'),
    questions: codesAt(node, 'questions'),
  });
}

function textsAt(node: YamlNode, key: string): readonly string[] {
  return node.find(key)?.texts() ?? [];
}

function codesAt(node: YamlNode, key: string): readonly string[] {
  return node.find(key)?.codes() ?? [];
}

function flagAt(node: YamlNode, key: string): boolean {
  return node.find(key)?.boolean() ?? false;
}

function parseUpTo(node: YamlNode, level: Level): Level | undefined {
  const upTo = node.find('upTo');
  const highest = upTo?.oneOf(LEVELS);
  if (highest !== undefined && levelRank(highest) <= levelRank(level)) upTo?.fail(`must be above ${level}`);
  return highest;
}
