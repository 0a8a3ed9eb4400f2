/** A small generator of numbers from 0 up to 1 (mulberry32): the same seed gives the same numbers for ever. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The list in an order drawn at random (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const drawn = [...list];
  drawn.forEach((_one, place) => {
    const other = place + Math.floor(random() * (drawn.length - place));
    const [a, b] = [drawn[place], drawn[other]];
    if (a !== undefined && b !== undefined) [drawn[place], drawn[other]] = [b, a];
  });
  return drawn;
}
