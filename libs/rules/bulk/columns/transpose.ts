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

/**
 * The second half: within each eight rows blocks of 4, 2 and 1 bits change places. Bit `b` of row `r` becomes bit `r` of
 * column `b`, which is or-ed into `into` at `places[b]` plus `shift`.
 */
export function turnBits(rows: Int32Array, into: Int32Array, places: Int32Array, shift: number): void {
  for (let row = 0; row < 32; row += 8) {
    let a = wordAt(rows, row);
    let b = wordAt(rows, row + 1);
    let c = wordAt(rows, row + 2);
    let d = wordAt(rows, row + 3);
    let e = wordAt(rows, row + 4);
    let f = wordAt(rows, row + 5);
    let g = wordAt(rows, row + 6);
    let h = wordAt(rows, row + 7);
    let moved = ((a >>> 4) ^ e) & 0x0f0f0f0f;
    a ^= moved << 4;
    e ^= moved;
    moved = ((b >>> 4) ^ f) & 0x0f0f0f0f;
    b ^= moved << 4;
    f ^= moved;
    moved = ((c >>> 4) ^ g) & 0x0f0f0f0f;
    c ^= moved << 4;
    g ^= moved;
    moved = ((d >>> 4) ^ h) & 0x0f0f0f0f;
    d ^= moved << 4;
    h ^= moved;
    moved = ((a >>> 2) ^ c) & 0x33333333;
    a ^= moved << 2;
    c ^= moved;
    moved = ((b >>> 2) ^ d) & 0x33333333;
    b ^= moved << 2;
    d ^= moved;
    moved = ((e >>> 2) ^ g) & 0x33333333;
    e ^= moved << 2;
    g ^= moved;
    moved = ((f >>> 2) ^ h) & 0x33333333;
    f ^= moved << 2;
    h ^= moved;
    const ab = ((a >>> 1) ^ b) & 0x55555555;
    const cd = ((c >>> 1) ^ d) & 0x55555555;
    const ef = ((e >>> 1) ^ f) & 0x55555555;
    const gh = ((g >>> 1) ^ h) & 0x55555555;
    orInto(into, wordAt(places, row) + shift, a ^ (ab << 1));
    orInto(into, wordAt(places, row + 1) + shift, b ^ ab);
    orInto(into, wordAt(places, row + 2) + shift, c ^ (cd << 1));
    orInto(into, wordAt(places, row + 3) + shift, d ^ cd);
    orInto(into, wordAt(places, row + 4) + shift, e ^ (ef << 1));
    orInto(into, wordAt(places, row + 5) + shift, f ^ ef);
    orInto(into, wordAt(places, row + 6) + shift, g ^ (gh << 1));
    orInto(into, wordAt(places, row + 7) + shift, h ^ gh);
  }
}

/** Nothing is written for nothing: memory of planes that stay empty is not even touched. */
function orInto(words: Int32Array, place: number, word: number): void {
  if (word === 0) return;
  words[place | 0] = wordAt(words, place | 0) | word;
}
