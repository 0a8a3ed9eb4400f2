/** A stream of numbers that is the same for the same seed on every machine. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  chance(share: number): boolean;
  /** One of a list, which must not be empty. */
  oneOf<T>(list: readonly T[]): T;
}

/** Mulberry32: short, fast and even enough to draw cases with. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (share) => next() < share,
    oneOf: (list) => {
      const [one] = list.slice(below(list.length));
      if (one === undefined) throw new RangeError('There is nothing to choose from.');
      return one;
    },
  };
}
