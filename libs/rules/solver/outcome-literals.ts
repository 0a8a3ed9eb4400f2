import { LEVELS, URGENCIES } from '#domain';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import type { Circuit } from './circuit.ts';
import type { TruthLiterals } from './encode-condition.ts';
import { type Literal, negate, TRUE } from './sat/literal.ts';

/** For each rank, when an outcome is at least that high; the lowest rank is always reached. */
export interface HeightLiterals {
  readonly level: readonly Literal[];
  readonly urgency: readonly Literal[];
}

/** Both bounds of the outcome (rules.md, semantics 4). */
export interface OutcomeLiterals {
  readonly definite: HeightLiterals;
  readonly possible: HeightLiterals;
}

export type TruthOf = (rule: CompiledRule) => TruthLiterals;

/** The join over the rules in force, from what each of them came to. */
export function outcomeLiterals(circuit: Circuit, rules: readonly CompiledRule[], truthOf: TruthOf): OutcomeLiterals {
  const reaching = (pick: keyof TruthLiterals, rankOf: (rule: CompiledRule) => number, rank: number): Literal =>
    rank === 0 ? TRUE : circuit.or(rules.filter((rule) => rankOf(rule) >= rank).map((rule) => truthOf(rule)[pick]));
  const bound = (pick: keyof TruthLiterals): HeightLiterals => ({
    level: LEVELS.map((_name, rank) => reaching(pick, ({ level }) => level, rank)),
    urgency: URGENCIES.map((_name, rank) => reaching(pick, ({ urgency }) => urgency, rank)),
  });
  return { definite: bound('isTrue'), possible: bound('notFalse') };
}

/**
 * The ways in which the first may fall below the second, in level or in urgency, each as literals to ask for together.
 * Asked one by one they are settled by propagation; asked as one they would have to be searched.
 */
export function waysToFall(first: HeightLiterals, second: HeightLiterals): readonly (readonly Literal[])[] {
  const ways = (lower: readonly Literal[], higher: readonly Literal[]): readonly (readonly Literal[])[] =>
    higher.slice(1).map((reached, place) => [reached, negate(lower[place + 1] ?? TRUE)]);
  return [...ways(first.level, second.level), ...ways(first.urgency, second.urgency)];
}

/** Whether the first falls below the second in level or in urgency. */
export function fallsBelow(circuit: Circuit, first: HeightLiterals, second: HeightLiterals): Literal {
  return circuit.or(waysToFall(first, second).map((way) => circuit.and(way)));
}
