import { BLOCK_WORDS, type Span, wordAt } from './span.ts';

/** Counters have at least so many planes: they are kept in registers while a word is counted. */
export const LEAST_PLANES = 3;

/** Passes a carry on from the fourth plane upwards, for one word; the last plane never has one to pass on. */
function carryOn({ words, at }: Span, index: number, carry: number): void {
  let left = carry;
  for (let place = at + LEAST_PLANES * BLOCK_WORDS + index; left !== 0; place += BLOCK_WORDS) {
    const before = wordAt(words, place);
    words[place] = before ^ left;
    left &= before;
  }
}

/**
 * Adds bitsets, or with `flip` -1 their complements, to the counters of all cases. Counters are bit-sliced: plane `p`,
 * `BLOCK_WORDS` long, holds bit `p` of the count of every case. Two bitsets are added at a time.
 */
export function countIn(counters: Span, from: Int32Array, offsets: Int32Array, shift: number, flip: number): void {
  const { words, at, length } = counters;
  const pairs = offsets.length & ~1;
  if (offsets.length === 0) return;
  for (let index = 0; index < length; index += 1) {
    const base = (shift + index) | 0;
    let ones = wordAt(words, at + index);
    let twos = wordAt(words, at + BLOCK_WORDS + index);
    let fours = wordAt(words, at + 2 * BLOCK_WORDS + index);
    for (let next = 0; next < offsets.length; next += 2) {
      const one = wordAt(from, (wordAt(offsets, next) + base) | 0) ^ flip;
      const other = next < pairs ? wordAt(from, (wordAt(offsets, next + 1) + base) | 0) ^ flip : 0;
      const odd = one ^ other;
      // A case that is in both carries at once and has nothing odd left to carry.
      const two = (one & other) | (ones & odd);
      const four = twos & two;
      const eight = fours & four;
      ones ^= odd;
      twos ^= two;
      fours ^= four;
      if (eight !== 0) carryOn(counters, index, eight);
    }
    words[at + index] = ones;
    words[at + BLOCK_WORDS + index] = twos;
    words[at + 2 * BLOCK_WORDS + index] = fours;
  }
}

/** Writes into the span the cases whose count is at least `need`, from the lowest bit up. */
export function atLeastCounted({ words, at, length }: Span, counters: Span, planes: number, need: number): void {
  for (let index = 0; index < length; index += 1) {
    let found = -1;
    for (let plane = 0; plane < planes; plane += 1) {
      const word = wordAt(counters.words, counters.at + plane * BLOCK_WORDS + index);
      found = ((need >> plane) & 1) === 1 ? word & found : word | found;
    }
    words[at + index] = found;
  }
}
