import { LEVELS, URGENCIES } from '#domain';
import type { Rule, RuleSet } from '#rules';
import { feelList, feelText } from './feel.ts';

interface OutputColumn {
  readonly name: string;
  readonly typeRef: 'string' | 'boolean' | 'codes';
  /** The values it can have, lowest first. */
  readonly values?: readonly string[];
  readonly text: (rule: Rule) => string;
}

/** What a row gives. A rule that says nothing on level or urgency gives the lowest, from which the join starts. */
export const OUTPUTS: readonly OutputColumn[] = [
  { name: 'ruleId', typeRef: 'string', text: (rule) => feelText(rule.id) },
  { name: 'level', typeRef: 'string', values: LEVELS, text: ({ then }) => feelText(then.minLevel ?? LEVELS[0]) },
  {
    name: 'urgency',
    typeRef: 'string',
    values: URGENCIES,
    text: ({ then }) => feelText(then.minUrgency ?? URGENCIES[0]),
  },
  { name: 'redLine', typeRef: 'boolean', text: ({ then }) => String(then.redLine === true) },
  { name: 'routes', typeRef: 'codes', text: ({ then }) => feelList(then.routes ?? []) },
  { name: 'actions', typeRef: 'codes', text: ({ then }) => feelList(then.actions ?? []) },
  { name: 'services', typeRef: 'codes', text: ({ then }) => feelList(then.services ?? []) },
  { name: 'questions', typeRef: 'codes', text: ({ then }) => feelList(then.questions ?? []) },
];

/** Remarks beside a row, for the people who read the table. */
export const ANNOTATIONS: readonly { readonly name: string; readonly text: (rule: Rule, set: RuleSet) => string }[] = [
  { name: 'Title', text: (rule) => rule.title },
  { name: 'Because', text: (rule) => rule.because },
  { name: 'Law', text: (rule, { nation }) => rule.legalBasis[nation] ?? '' },
  { name: 'Owner', text: (rule) => `${rule.owner}; version ${rule.version}; ${rule.source}` },
];
