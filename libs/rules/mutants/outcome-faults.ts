import { LEVELS, levelRank, URGENCIES, urgencyRank } from '#domain';
import type { Outcome, Rule } from '../rule-set.ts';
import type { Mutation } from './mutation.ts';

/** Whoever lowers a red line takes the mark away too, else the rule would not load. */
function unmarked({ redLine: _mark, ...then }: Outcome): Outcome {
  return then;
}

function lowerLevel(rule: Rule): readonly Mutation[] {
  const { minLevel } = rule.then;
  const next = minLevel === undefined ? undefined : LEVELS[levelRank(minLevel) - 1];
  if (minLevel === undefined || next === undefined) return [];
  const sentence = `its level is ${next} instead of ${minLevel}`;
  return [
    {
      kind: 'lower-level',
      sentence,
      rule: { ...rule, then: { ...unmarked(rule.then), minLevel: next } },
    },
  ];
}

function lowerUrgency(rule: Rule): readonly Mutation[] {
  const { minUrgency } = rule.then;
  const next = minUrgency === undefined ? undefined : URGENCIES[urgencyRank(minUrgency) - 1];
  if (minUrgency === undefined || next === undefined) return [];
  const sentence = `its urgency is ${next} instead of ${minUrgency}`;
  return [
    {
      kind: 'lower-urgency',
      sentence,
      rule: { ...rule, then: { ...unmarked(rule.then), minUrgency: next } },
    },
  ];
}

/** A red line taken away with what it stood for: the rule only adds one step less than the highest. */
function withoutRedLine(rule: Rule): readonly Mutation[] {
  if (rule.then.redLine !== true) return [];
  const then = { ...unmarked(rule.then), minLevel: 'statutory_need', minUrgency: 'amber' } as const;
  return [{ kind: 'remove-red-line', sentence: 'its red line is taken away', rule: { ...rule, then } }];
}

function inForceFaults(rule: Rule, areas: readonly string[]): readonly Mutation[] {
  const [first = 'one area'] = rule.areas.includes('*') ? areas : rule.areas.slice(1);
  const isNarrower = rule.areas.includes('*') || rule.areas.length > 1;
  const endsEarly: Mutation = {
    kind: 'end-early',
    sentence: 'it ends on its first day',
    rule: { ...rule, effectiveTo: rule.effectiveFrom },
  };
  return [
    ...(rule.effectiveTo === rule.effectiveFrom ? [] : [endsEarly]),
    ...(isNarrower
      ? [
          {
            kind: 'narrow-areas',
            sentence: `it is in force only in ${first}`,
            rule: { ...rule, areas: [first] },
          } as const,
        ]
      : []),
  ];
}

/** What can be done wrongly with what a rule adds, and with when and where it is in force. */
export function outcomeFaults(rule: Rule, areas: readonly string[]): readonly Mutation[] {
  return [
    ...lowerLevel(rule),
    ...lowerUrgency(rule),
    ...withoutRedLine(rule),
    ...inForceFaults(rule, areas),
    { kind: 'remove-rule', sentence: 'it is gone', rule: null },
  ];
}
