import { type Facts, levelRank, urgencyRank } from '#domain';
import type { Condition, RuleSet } from '#rules';
import { partsOf } from '../support/condition-parts.ts';
import type { Answer } from './asked.ts';
import { rememberedConnective } from './remembered-connective.ts';
import { rememberedLeaf } from './remembered-leaf.ts';

/** What the reference says of one case: per rule, and the four ranks and the red line that follow. */
export interface Reference {
  readonly results: ReadonlyMap<string, Answer>;
  readonly definite: readonly [level: number, urgency: number];
  readonly possible: readonly [level: number, urgency: number];
  readonly redLine: boolean;
}

/** A distinct condition, answered from the answers to those before it. */
type Step = (facts: Facts, answers: readonly Answer[]) => Answer;

class Steps {
  readonly all: Step[] = [];
  readonly #places = new Map<string, number>();

  constructor(private readonly about: RuleSet) {}

  placeOf(condition: Condition): number {
    const key = JSON.stringify(condition);
    const before = this.#places.get(key);
    if (before !== undefined) return before;
    const step = this.#step(condition);
    this.#places.set(key, this.all.length);
    return this.all.push(step) - 1;
  }

  #step(condition: Condition): Step {
    if ('fact' in condition || 'known' in condition) return rememberedLeaf(condition, this.about);
    const places = partsOf(condition).map((part) => this.placeOf(part));
    const connective = rememberedConnective(condition, this.about);
    return (_facts, answers) => connective(places.map((place) => answers[place] ?? 'unknown'));
  }
}

/**
 * The plain reference interpreter, put to work on many cases of one rule set. Every question is answered by it and by
 * nothing else; a question that it has answered before is not put again. Its own speed is that of a definition.
 */
export function rememberedInterpreter(ruleSet: RuleSet): (facts: Facts) => Reference {
  const steps = new Steps(ruleSet);
  const rules = ruleSet.rules.map(({ id, when, then }) => ({
    id,
    place: steps.placeOf(when),
    level: levelRank(then.minLevel ?? 'universal'),
    urgency: urgencyRank(then.minUrgency ?? 'blue'),
    redLine: then.redLine === true,
  }));
  return (facts) => {
    const answers: Answer[] = [];
    for (const step of steps.all) answers.push(step(facts, answers));
    const results = new Map(rules.map(({ id, place }) => [id, answers[place] ?? 'unknown']));
    const held = rules.filter(({ id }) => results.get(id) === 'true');
    const open = rules.filter(({ id }) => results.get(id) !== 'false');
    const ranks = (some: typeof rules): readonly [level: number, urgency: number] => [
      Math.max(0, ...some.map(({ level }) => level)),
      Math.max(0, ...some.map(({ urgency }) => urgency)),
    ];
    return {
      results,
      definite: ranks(held),
      possible: ranks(open),
      redLine: held.some(({ redLine }) => redLine),
    };
  };
}
