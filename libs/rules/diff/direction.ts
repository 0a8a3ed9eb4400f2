import type { Circuit } from '../solver/circuit.ts';
import { type Height, type Heights, isBelow, isSame } from '../solver/heights.ts';
import { fallsBelow, type HeightLiterals, type OutcomeLiterals, waysToFall } from '../solver/outcome-literals.ts';
import { type Literal, negate, TRUE } from '../solver/sat/literal.ts';
import type { Sides } from './versions.ts';
import type { Direction } from './rule-set-diff.ts';

/** In the order in which a person wants to hear of them. */
export const DIRECTIONS = ['lower', 'mixed', 'higher', 'information'] as const satisfies readonly Direction[];

/** Which way a case goes; null where both versions agree. */
export function directionOf({ before, after }: Sides<Heights>): Direction | null {
  const isLower = isBelow(after.definite, before.definite);
  const isHigher = isBelow(before.definite, after.definite);
  if (isLower) return isHigher ? 'mixed' : 'lower';
  if (isHigher) return 'higher';
  return isSame(before.possible, after.possible) ? null : 'information';
}

/** The ways in which a case goes in this direction, each as literals to ask for together. */
export function waysToGo(
  circuit: Circuit,
  direction: Direction,
  { before, after }: Sides<OutcomeLiterals>,
): readonly (readonly Literal[])[] {
  const isLower = fallsBelow(circuit, after.definite, before.definite);
  const isHigher = fallsBelow(circuit, before.definite, after.definite);
  const toFall = waysToFall(after.definite, before.definite);
  switch (direction) {
    case 'lower':
      return toFall.map((way) => [...way, negate(isHigher)]);
    case 'mixed':
      return toFall.map((way) => [...way, isHigher]);
    case 'higher':
      return waysToFall(before.definite, after.definite).map((way) => [...way, negate(isLower)]);
    case 'information': {
      const ways = [...waysToFall(after.possible, before.possible), ...waysToFall(before.possible, after.possible)];
      return ways.map((way) => [...way, negate(isLower), negate(isHigher)]);
    }
    default:
      return direction satisfies never;
  }
}

/** When an outcome is exactly this high. */
export function isExactly(circuit: Circuit, literals: HeightLiterals, { level, urgency }: Height): Literal {
  const exactly = (ranks: readonly Literal[], rank: number): readonly Literal[] => {
    const next = ranks[rank + 1];
    return [ranks[rank] ?? TRUE, ...(next === undefined ? [] : [negate(next)])];
  };
  return circuit.and([...exactly(literals.level, level), ...exactly(literals.urgency, urgency)]);
}
