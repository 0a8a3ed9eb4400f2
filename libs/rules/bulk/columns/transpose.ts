import { wordAt } from '../run/span.ts';

/**
 * The first half of turning 32 rows of 32 bits into 32 columns: blocks of 16 and of 8 bits change places (H. S. Warren,
 * Hacker's Delight, 7-3). Rows are read from `at`, each `step` words after the one before; the four that change places
 * with one another stay in registers.
 *
 * @returns all rows or-ed together; where that is zero there is nothing left to turn.
 */
export function turnOctets(rows: Int32Array, from: Int32Array, at: number, step: number): number {
  let all = 0;
  for (let row = 0; row < 8; row += 1) {
    const first = (at + row * step) | 0;
    const second = (first + 8 * step) | 0;
    const third = (second + 8 * step) | 0;
    let a = wordAt(from, first);
    let b = wordAt(from, second);
    let c = wordAt(from, third);
    let d = wordAt(from, (third + 8 * step) | 0);
    all |= a | b | c | d;
    const ac = ((a >>> 16) ^ c) & 0xffff;
    const bd = ((b >>> 16) ^ d) & 0xffff;
    a ^= ac << 16;
    b ^= bd << 16;
    c ^= ac;
    d ^= bd;
    const ab = ((a >>> 8) ^ b) & 0x00ff00ff;
    const cd = ((c >>> 8) ^ d) & 0x00ff00ff;
    rows[row] = a ^ (ab << 8);
    rows[row + 8] = b ^ ab;
    rows[row + 16] = c ^ (cd << 8);
    rows[row + 24] = d ^ cd;
  }
  return all;
}

/** Nothing is written for nothing: memory of planes that stay empty is not even touched. */
function orInto(words: Int32Array, place: number, word: number): void {
  if (word === 0) return;
  words[place | 0] = wordAt(words, place | 0) | word;
}

/**
 * The second half: within each eight rows blocks of 4, 2 and 1 bits change places. Bit `b` of row `r` becomes bit `r` of
 * column `b`, which is or-ed into `into` at `places[b]` plus `shift`. All is written out because a row that stays in a
 * register, and no call, make it twice as fast.
 */
export function turnBits(rows: Int32Array, into: Int32Array, places: Int32Array, shift: number): void {
  for (let row = 0; row < 32; row += 8) {
    const a = wordAt(rows, row);
    const b = wordAt(rows, row + 1);
    const c = wordAt(rows, row + 2);
    const d = wordAt(rows, row + 3);
    const e = wordAt(rows, row + 4);
    const f = wordAt(rows, row + 5);
    const g = wordAt(rows, row + 6);
    const h = wordAt(rows, row + 7);
    const ae = (a & 0x0f0f0f0f) | ((e & 0x0f0f0f0f) << 4);
    const ea = ((a >>> 4) & 0x0f0f0f0f) | (e & ~0x0f0f0f0f);
    const bf = (b & 0x0f0f0f0f) | ((f & 0x0f0f0f0f) << 4);
    const fb = ((b >>> 4) & 0x0f0f0f0f) | (f & ~0x0f0f0f0f);
    const cg = (c & 0x0f0f0f0f) | ((g & 0x0f0f0f0f) << 4);
    const gc = ((c >>> 4) & 0x0f0f0f0f) | (g & ~0x0f0f0f0f);
    const dh = (d & 0x0f0f0f0f) | ((h & 0x0f0f0f0f) << 4);
    const hd = ((d >>> 4) & 0x0f0f0f0f) | (h & ~0x0f0f0f0f);
    const upper0 = (ae & 0x33333333) | ((cg & 0x33333333) << 2);
    const lower0 = ((ae >>> 2) & 0x33333333) | (cg & ~0x33333333);
    const upper1 = (bf & 0x33333333) | ((dh & 0x33333333) << 2);
    const lower1 = ((bf >>> 2) & 0x33333333) | (dh & ~0x33333333);
    const upper2 = (ea & 0x33333333) | ((gc & 0x33333333) << 2);
    const lower2 = ((ea >>> 2) & 0x33333333) | (gc & ~0x33333333);
    const upper3 = (fb & 0x33333333) | ((hd & 0x33333333) << 2);
    const lower3 = ((fb >>> 2) & 0x33333333) | (hd & ~0x33333333);
    orInto(into, wordAt(places, row) + shift, (upper0 & 0x55555555) | ((upper1 & 0x55555555) << 1));
    orInto(into, wordAt(places, row + 1) + shift, ((upper0 >>> 1) & 0x55555555) | (upper1 & ~0x55555555));
    orInto(into, wordAt(places, row + 2) + shift, (lower0 & 0x55555555) | ((lower1 & 0x55555555) << 1));
    orInto(into, wordAt(places, row + 3) + shift, ((lower0 >>> 1) & 0x55555555) | (lower1 & ~0x55555555));
    orInto(into, wordAt(places, row + 4) + shift, (upper2 & 0x55555555) | ((upper3 & 0x55555555) << 1));
    orInto(into, wordAt(places, row + 5) + shift, ((upper2 >>> 1) & 0x55555555) | (upper3 & ~0x55555555));
    orInto(into, wordAt(places, row + 6) + shift, (lower2 & 0x55555555) | ((lower3 & 0x55555555) << 1));
    orInto(into, wordAt(places, row + 7) + shift, ((lower2 >>> 1) & 0x55555555) | (lower3 & ~0x55555555));
  }
}
