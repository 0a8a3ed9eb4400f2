import { CLOCK_EVENTS, type ClockKind, MILESTONES, type Role, ROLES, URGENCIES, type Urgency } from '#domain';
import type { ClockRule } from '#deadlines';
import type { Evidence } from '../nation-pack.ts';
import { parseClockRule } from '../parse-clock-limit.ts';
import { EVIDENCE } from '../parse-legal-bases.ts';
import type { YamlNode } from '../yaml-node.ts';
import type { CaseClockDefinition, ClockLimits, EscalationStage, WarnBefore } from './case-clock-definition.ts';

/** A limit and where it comes from, as `law`, `limit`, `byUrgency`, `byStage` or `urgencyLimits` say. */
export type FoundLimit = Pick<CaseClockDefinition, 'limits' | 'law' | 'source' | 'evidence'>;

const FIELDS = [
  ...['title', 'worklist', 'startsOn', 'restartsOn', 'stopsOn', 'countsFrom', 'pathway', 'pauses'],
  ...['warnBefore', 'escalation', 'law', 'limit', 'byUrgency', 'byStage', 'urgencyLimits', 'source', 'evidence'],
];
const PATHWAYS_DECIDED = ['universal', 'early_help', 'statutory', 'no_further_action'] as const;
const RECIPIENTS: readonly ('holder' | Role)[] = ['holder', ...ROLES];

/** Everything but the limit, which comes from another place in each nation. */
export function parseDefinition(kind: ClockKind, node: YamlNode, limit: FoundLimit): CaseClockDefinition {
  node.only(...FIELDS);
  const startsOn = events(node, 'startsOn');
  if (startsOn.length === 0) node.fail('must start on something');
  return {
    kind,
    title: node.get('title').text(),
    ...limit,
    startsOn,
    restartsOn: events(node, 'restartsOn'),
    stopsOn: events(node, 'stopsOn'),
    countsFrom: node.find('countsFrom')?.oneOf(['event', 'receipt', 'undecided', ...MILESTONES]) ?? 'event',
    pathway: node.find('pathway')?.oneOf(PATHWAYS_DECIDED) ?? null,
    worklist: node.find('worklist')?.boolean() ?? false,
    pauses: parsePauses(node.find('pauses')),
    warnBefore: parseWarning(node.get('warnBefore')),
    escalation: parseStages(node.get('escalation')),
  };
}

/** The limit that a layer gives of its own; `evidence` is `found` only where it says so. */
export function parseOwnLimit(node: YamlNode): FoundLimit {
  const evidence: Evidence = node.find('evidence')?.oneOf(EVIDENCE) ?? 'unverified';
  return { limits: parseLimits(node), law: null, source: node.get('source').text(), evidence };
}

function parseLimits(node: YamlNode): ClockLimits {
  const [limit, byUrgency, byStage] = [node.find('limit'), node.find('byUrgency'), node.find('byStage')];
  if ([limit, byUrgency, byStage].filter((each) => each !== undefined).length !== 1) {
    return node.fail('must have one of law, limit, byUrgency or byStage');
  }
  if (byUrgency !== undefined) return { by: 'urgency', rules: parseByUrgency(byUrgency) };
  if (byStage === undefined) return { by: 'all', rule: parseRuleOrEvent(node.get('limit')) };
  const rules = byStage.list().map(parseClockRule);
  return rules.length > 0 ? { by: 'stage', rules } : byStage.fail('must have a limit for the first stage');
}

function parseByUrgency(node: YamlNode): Readonly<Record<Urgency, ClockRule>> {
  node.only(...URGENCIES);
  const rules = URGENCIES.map((urgency) => [urgency, parseClockRule(node.get(urgency))] as const);
  return Object.fromEntries(rules) as Record<Urgency, ClockRule>;
}

function parseRuleOrEvent(node: YamlNode): ClockRule {
  return node.get('kind').value === 'event'
    ? { kind: node.only('kind').get('kind').oneOf(['event']) }
    : parseClockRule(node);
}

export function parseWarning(node: YamlNode): WarnBefore {
  node.only('share', 'hours');
  if (node.has('share') === node.has('hours')) return node.fail('must have either share or hours');
  const value = positive(node.has('share') ? node.get('share') : node.get('hours'));
  if (node.has('hours')) return { by: 'hours', hours: value };
  return value < 1 ? { by: 'share', share: value } : node.fail('must leave a share of the time: below 1');
}

export function parseStages(node: YamlNode): readonly EscalationStage[] {
  const stages = node.list().map(parseStage);
  const names = new Set(stages.map(({ stage }) => stage));
  return names.size === stages.length ? stages : node.fail('names a stage twice');
}

function parseStage(node: YamlNode): EscalationStage {
  const when = node.only('stage', 'when', 'to').get('when');
  const to = node
    .get('to')
    .list()
    .map((each) => each.oneOf(RECIPIENTS));
  if (to.length === 0) node.fail('must be told to somebody');
  return { stage: node.get('stage').code(), when: parseWhen(when), to };
}

function parseWhen(node: YamlNode): EscalationStage['when'] {
  if (typeof node.value === 'string') return node.oneOf(['warning', 'breach'] as const);
  return { hoursAfter: positive(node.only('hoursAfter').get('hoursAfter')) };
}

function parsePauses(node: YamlNode | undefined): CaseClockDefinition['pauses'] {
  return node?.entries().map(([code, reason]) => ({ code, title: reason.text() })) ?? [];
}

function events(node: YamlNode, field: string): CaseClockDefinition['startsOn'] {
  return (
    node
      .find(field)
      ?.list()
      .map((each) => each.oneOf(CLOCK_EVENTS)) ?? []
  );
}

function positive(node: YamlNode): number {
  const { value } = node;
  return typeof value === 'number' && value > 0 ? value : node.fail('must be a number above 0');
}
