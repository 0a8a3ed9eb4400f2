import { type Facts, type FactValue, known } from '#domain';
import type { Rule, RuleSet } from '#rules';
import { rememberedInterpreter } from '../reference/remembered-interpreter.ts';
import { decidingRules } from '../engines/join.ts';
import { factsOf } from '../support/condition-parts.ts';
import type { Random } from '../support/random.ts';
import { tellingValues } from '../support/telling-values.ts';
import { calmCase } from './calm-case.ts';
import type { SettledCase, UnknownCase } from './unknown-case.ts';

type Ranks = readonly [level: number, urgency: number];

/** Draws the cases of the suite from a rule set; what is right comes from the reference interpreter, not from ours. */
export class Suite {
  readonly #values: ReadonlyMap<string, readonly FactValue[]>;
  readonly #reference: ReturnType<typeof rememberedInterpreter>;
  readonly #rules: readonly Rule[];

  constructor(
    private readonly ruleSet: RuleSet,
    private readonly from: Random,
  ) {
    this.#values = tellingValues(ruleSet);
    this.#reference = rememberedInterpreter(ruleSet);
    this.#rules = decidingRules(ruleSet.rules);
  }

  /** So many different cases, the rules in turn as far as they have a fact that decides. */
  unknownCases(count: number): readonly UnknownCase[] {
    const found = new Map<string, UnknownCase>();
    for (let place = 0; found.size < count; place += 1) {
      if (place > 100 * count) throw new RangeError(`The catalogue gives only ${found.size} cases.`);
      const rule = this.#rules[place % this.#rules.length];
      const drawn = rule === undefined ? null : this.#draw(rule);
      if (drawn !== null) found.set(JSON.stringify([drawn.ruleId, drawn.factId, drawn.facts]), drawn);
    }
    return [...found.values()];
  }

  /** So many cases in which a fact that some rule asks about may be anything without a change to the outcome. */
  settledCases(count: number): readonly SettledCase[] {
    const asked = [...new Set(this.#rules.flatMap(({ when }) => factsOf(when)))];
    const found: SettledCase[] = [];
    for (let tries = 0; found.length < count; tries += 1) {
      if (tries > 100 * count) throw new RangeError(`The catalogue gives only ${found.length} settled cases.`);
      const facts = this.#firing(this.from.oneOf(this.#rules));
      const factId = this.from.oneOf(asked);
      const outcomes = (this.#values.get(factId) ?? []).map((value) => this.#right(facts, factId, value).join());
      if (new Set(outcomes).size === 1) found.push({ factId, facts });
    }
    return found;
  }

  /** A calm case with the facts of one of the rule's own examples. */
  #firing(rule: Rule): Facts {
    const example = this.from.oneOf(rule.tests.filter(({ expect }) => expect === 'true'));
    const given = Object.entries(example.facts).filter(([, value]) => value !== 'unknown');
    return {
      ...calmCase(this.ruleSet, this.from),
      ...Object.fromEntries(given.map(([id, value]) => [id, known(value)])),
    };
  }

  #right(facts: Facts, factId: string, value: FactValue): Ranks {
    return this.#reference({ ...facts, [factId]: known(value) }).definite;
  }

  #draw(rule: Rule): UnknownCase | null {
    const facts = this.#firing(rule);
    const reference = this.#reference(facts);
    if (reference.results.get(rule.id) !== 'true') return null;
    const factId = this.from.oneOf(factsOf(rule.when));
    const others = (this.#values.get(factId) ?? []).map((value) => this.#right(facts, factId, value));
    const lower = others.find((other) => isLower(other, reference.definite));
    return lower === undefined ? null : { ruleId: rule.id, factId, facts, higher: reference.definite, lower };
  }
}

/** Lower in one of the two and higher in none. */
function isLower([level, urgency]: Ranks, [thanLevel, thanUrgency]: Ranks): boolean {
  return level <= thanLevel && urgency <= thanUrgency && (level < thanLevel || urgency < thanUrgency);
}
