import { CLOCK_KINDS, type ClockKind, type Urgency } from '#domain';
import { type ClockRule, describeClockRule } from '#deadlines';
import type { PackClock, UrgencyLimits } from '../nation-pack.ts';
import { fieldsOf } from '../words-in-layers.ts';
import { YamlNode } from '../yaml-node.ts';
import type { CaseClockDefinition, CaseClockTable } from './case-clock-definition.ts';
import { type FoundLimit, parseDefinition, parseOwnLimit, parseStages, parseWarning } from './parse-case-clocks.ts';

/** From where a nation's limits come, besides those that a clock states itself. */
export interface NationLimits {
  readonly clocks: readonly PackClock[];
  readonly urgencyLimits: UrgencyLimits;
}

/** What an authority may say of a clock itself; what starts and stops it, and whether it may be paused, it may not. */
const AUTHORITY_FIELDS = ['limit', 'byUrgency', 'byStage', 'source', 'evidence', 'warnBefore', 'escalation'];
const LIMIT_FIELDS = ['law', 'limit', 'byUrgency', 'byStage', 'urgencyLimits', 'source', 'evidence'];
const LIMITS = ['law', 'limit', 'byUrgency', 'byStage', 'urgencyLimits'];

/**
 * The clocks of a nation: what all share, changed by what the nation says. A kind for which neither gives a limit does
 * not exist there. Throws `PackDataError`.
 */
export function caseClocksOf(common: YamlNode, own: YamlNode, limits: NationLimits): CaseClockTable {
  return tableOf(layered(common.only('clocks').get('clocks'), own.only('clocks').get('clocks')), limits);
}

/**
 * The clocks of an authority: its nation's, with the limits and escalation that it chose itself. Throws `PackDataError`,
 * also for a limit beyond one that the law gives in the same unit.
 */
export function withOwnLimits(table: CaseClockTable, own: YamlNode | undefined): CaseClockTable {
  const changed = new Map(table);
  for (const [kind, node] of own?.only(...CLOCK_KINDS).entries() ?? []) {
    const known = table.get(kind as ClockKind) ?? node.fail('is no clock of this nation');
    changed.set(known.kind, withOwn(known, node.only(...AUTHORITY_FIELDS)));
  }
  return changed;
}

/** How a clock counts at an urgency and stage. A case that nobody has rated yet counts as red: see the worklist. */
export function ruleOf({ limits }: CaseClockDefinition, urgency: Urgency | null, stage: number | null): ClockRule {
  switch (limits.by) {
    case 'all':
      return limits.rule;
    case 'urgency':
      return limits.rules[urgency ?? 'red'];
    case 'stage': {
      const rule = limits.rules[Math.min(stage ?? 1, limits.rules.length) - 1];
      if (rule === undefined) throw new Error(`There is no stage ${String(stage)} of a clock.`);
      return rule;
    }
  }
}

function withOwn(known: CaseClockDefinition, node: YamlNode): CaseClockDefinition {
  const limit = LIMITS.some((field) => node.has(field)) ? parseOwnLimit(node) : null;
  if (limit !== null) refuseBeyondTheLaw(known, limit, node);
  const warnBefore = node.find('warnBefore');
  const escalation = node.find('escalation');
  return {
    ...known,
    // It is still the nation's clock, counted by a limit of the authority's own.
    ...(limit === null ? {} : { ...limit, law: known.law }),
    ...(warnBefore === undefined ? {} : { warnBefore: parseWarning(warnBefore) }),
    ...(escalation === undefined ? {} : { escalation: parseStages(escalation) }),
  };
}

function refuseBeyondTheLaw(known: CaseClockDefinition, own: FoundLimit, node: YamlNode): void {
  if (known.law === null || known.evidence !== 'found' || known.limits.by !== 'all') return;
  const { rule } = known.limits;
  for (const each of rulesIn(own)) {
    if (each.kind !== rule.kind || !('limit' in each) || !('limit' in rule) || each.limit <= rule.limit) continue;
    node.fail(`is longer than ${known.law} allows: ${describeClockRule(rule)}`);
  }
}

function rulesIn({ limits }: FoundLimit): readonly ClockRule[] {
  return limits.by === 'all' ? [limits.rule] : Object.values(limits.rules);
}

/** Each kind's fields, the nation's before the common ones; a limit replaces a limit whole. */
function layered(common: YamlNode, own: YamlNode): ReadonlyMap<ClockKind, YamlNode> {
  common.only(...CLOCK_KINDS);
  own.only(...CLOCK_KINDS);
  return new Map(
    CLOCK_KINDS.map((kind) => {
      const ours = fieldsOf(own.find(kind)?.value);
      const theirs = fieldsOf(common.get(kind).value);
      const kept = LIMITS.some((field) => Object.hasOwn(ours, field)) ? withoutLimit(theirs) : theirs;
      return [kind, new YamlNode({ ...kept, ...ours }, `${own.where} > ${kind}`)] as const;
    }),
  );
}

function withoutLimit(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !LIMIT_FIELDS.includes(field)));
}

function tableOf(nodes: ReadonlyMap<ClockKind, YamlNode>, limits: NationLimits): CaseClockTable {
  const held = [...nodes].filter(([, node]) => LIMITS.some((field) => node.has(field)));
  return new Map(held.map(([kind, node]) => [kind, parseDefinition(kind, node, limitOf(node, limits))]));
}

function limitOf(node: YamlNode, { clocks, urgencyLimits }: NationLimits): FoundLimit {
  if (node.find('urgencyLimits')?.boolean() === true) return ofUrgencies(urgencyLimits);
  const law = node.find('law')?.text();
  if (law === undefined) return parseOwnLimit(node);
  const clock = clocks.find(({ id }) => id === law) ?? node.fail(`names no clock of the nation: ${law}`);
  const source = `${clock.id}: ${clock.title}`;
  return { limits: { by: 'all', rule: clock.limit }, law, source, evidence: clock.evidence };
}

function ofUrgencies({ byUrgency }: UrgencyLimits): FoundLimit {
  const { red, amber, green, blue } = byUrgency;
  const rules = { red: red.decision, amber: amber.decision, green: green.decision, blue: blue.decision };
  return { limits: { by: 'urgency', rules }, law: null, source: red.source, evidence: 'unverified' };
}
