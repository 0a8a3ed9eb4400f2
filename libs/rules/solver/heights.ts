import { type Facts, LEVELS, type Level, URGENCIES, type Urgency } from '#domain';
import { type FactTable, readFacts } from '../conditions/fact-table.ts';
import { FALSE, TRUE } from '../conditions/kleene.ts';
import type { CompiledRule, CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';

/** An outcome as ranks of its level and urgency. */
export interface Height {
  readonly level: number;
  readonly urgency: number;
}

export interface Heights {
  readonly definite: Height;
  readonly possible: Height;
}

function join(rules: readonly CompiledRule[]): Height {
  let level = 0;
  let urgency = 0;
  for (const rule of rules) {
    level = Math.max(level, rule.level);
    urgency = Math.max(urgency, rule.urgency);
  }
  return { level, urgency };
}

export function tableOf(compiled: CompiledRuleSet, facts: Facts): FactTable {
  return readFacts(compiled.facts, facts);
}

/** Both bounds without a trace: what evaluation comes to, for trying many cases. */
export function heightsOf(rules: readonly CompiledRule[], table: FactTable): Heights {
  const truths = rules.map(({ condition }) => condition.truth(table));
  return {
    definite: join(rules.filter((_rule, place) => truths[place] === TRUE)),
    possible: join(rules.filter((_rule, place) => truths[place] !== FALSE)),
  };
}

export function isBelow(first: Height, second: Height): boolean {
  return first.level < second.level || first.urgency < second.urgency;
}

export function isSame(first: Height, second: Height): boolean {
  return first.level === second.level && first.urgency === second.urgency;
}

export function named({ level, urgency }: Height): { readonly level: Level; readonly urgency: Urgency } {
  return { level: LEVELS[level] ?? 'universal', urgency: URGENCIES[urgency] ?? 'blue' };
}
