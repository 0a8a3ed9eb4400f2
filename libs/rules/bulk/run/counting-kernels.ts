import { bitsFor } from '../layout/coding.ts';
import { type Block, wordAt } from './span.ts';
import type { CountOperands } from './step.ts';

/** The lowest bits of a count are kept in registers while a word is counted; this is the first that is not. */
const FIRST_STORED = 3;

/** Writes at `at` the cases that are in at least two of the bitsets: no count is needed for that. */
export function atLeastTwo({ words, length }: Block, at: number, { offsets, plain }: CountOperands): void {
  for (let index = 0; index < length; index += 1) {
    let inOne = 0;
    let inTwo = 0;
    for (let next = 0; next < offsets.length; next += 2) {
      const one = wordAt(words, (wordAt(offsets, next) + index) | 0) ^ (next < plain ? 0 : -1);
      const other = wordAt(words, (wordAt(offsets, next + 1) + index) | 0) ^ (next + 1 < plain ? 0 : -1);
      const either = one | other;
      inTwo |= (one & other) | (inOne & either);
      inOne |= either;
    }
    words[(at + index) | 0] = inTwo;
  }
}

/** Passes a carry on to the stored bits of a count; the last one never has one to pass on. */
function carryOn(stored: Int32Array, carry: number): void {
  let left = carry;
  for (let place = 0; left !== 0; place += 1) {
    const before = wordAt(stored, place);
    stored[place] = before ^ left;
    left &= before;
  }
}

/** One bit more of the comparison "count is at least `need`", which goes from the lowest bit up. */
function compared(found: number, word: number, need: number, bit: number): number {
  return ((need >> bit) & 1) === 1 ? word & found : word | found;
}

/**
 * Writes at `at` the cases that are in at least `need` of the bitsets. Counts are bit-sliced: one word holds the same
 * bit of the count of 32 cases. Two bitsets are added at a time.
 */
export function atLeastCounted(
  { words, length }: Block,
  at: number,
  { offsets, plain }: CountOperands,
  need: number,
): void {
  const stored = new Int32Array(Math.max(bitsFor(offsets.length + 1) - FIRST_STORED, 0));
  for (let index = 0; index < length; index += 1) {
    let ones = 0;
    let twos = 0;
    let fours = 0;
    stored.fill(0);
    for (let next = 0; next < offsets.length; next += 2) {
      const one = wordAt(words, (wordAt(offsets, next) + index) | 0) ^ (next < plain ? 0 : -1);
      const other = wordAt(words, (wordAt(offsets, next + 1) + index) | 0) ^ (next + 1 < plain ? 0 : -1);
      const odd = one ^ other;
      // A case that is in both carries at once and has nothing odd left to carry.
      const two = (one & other) | (ones & odd);
      const four = twos & two;
      const eight = fours & four;
      ones ^= odd;
      twos ^= two;
      fours ^= four;
      if (eight !== 0) carryOn(stored, eight);
    }
    let found = compared(compared(compared(-1, ones, need, 0), twos, need, 1), fours, need, 2);
    for (let place = 0; place < stored.length; place += 1) {
      found = compared(found, wordAt(stored, place), need, FIRST_STORED + place);
    }
    words[(at + index) | 0] = found;
  }
}
