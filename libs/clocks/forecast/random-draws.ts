/** A source of numbers from 0 up to 1 that gives the same ones every time (mulberry32): the same queue, the same forecast. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The time until the next of events that come at random, in units of their mean. */
export function drawWait(random: () => number): number {
  return -Math.log(1 - random());
}

/** From the gamma distribution with this shape, from 0.5 on, and rate 1 (Marsaglia and Tsang, 2000). */
export function drawGamma(random: () => number, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(2 * drawWait(random)) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && drawWait(random) > d * v - d - d * Math.log(v) - (normal * normal) / 2) return d * v;
  }
}
