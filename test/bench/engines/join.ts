import { levelRank, urgencyRank } from '#domain';
import type { Rule } from '#rules';
import type { Decision } from './engine.ts';

/** What a rule adds, as ranks. */
export interface Addition {
  readonly level: number;
  readonly urgency: number;
  readonly redLine: boolean;
}

export function additionOf({ then }: Rule): Addition {
  return {
    level: levelRank(then.minLevel ?? 'universal'),
    urgency: urgencyRank(then.minUrgency ?? 'blue'),
    redLine: then.redLine === true,
  };
}

/** Rules that show in a decision: the others only prompt, and no engine is made to work them out. */
export function decidingRules(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => {
    const { level, urgency, redLine } = additionOf(rule);
    return level > 0 || urgency > 0 || redLine;
  });
}

/** The join of what the rules add of which an engine says that they hold. */
export function join(additions: readonly Addition[], holds: (place: number) => boolean, isFlagged = false): Decision {
  let level = 0;
  let urgency = 0;
  let redLine = false;
  for (const [place, addition] of additions.entries()) {
    if (!holds(place)) continue;
    level = Math.max(level, addition.level);
    urgency = Math.max(urgency, addition.urgency);
    redLine ||= addition.redLine;
  }
  return { level, urgency, redLine, isFlagged };
}
