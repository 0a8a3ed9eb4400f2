import { type Block, wordAt } from './span.ts';
import type { Operand } from './step.ts';

/** Writes at `at` the union of two bitsets, four words in one go: most gates of a rule set are of this kind. */
export function uniteTwo({ words, length }: Block, at: number, first: Operand, second: Operand): void {
  const { at: a, flip: flipA } = first;
  const { at: b, flip: flipB } = second;
  for (let i = 0; i < length; i += 4) {
    const to = (at + i) | 0;
    const x = (a + i) | 0;
    const y = (b + i) | 0;
    words[to] = (wordAt(words, x) ^ flipA) | (wordAt(words, y) ^ flipB);
    words[(to + 1) | 0] = (wordAt(words, (x + 1) | 0) ^ flipA) | (wordAt(words, (y + 1) | 0) ^ flipB);
    words[(to + 2) | 0] = (wordAt(words, (x + 2) | 0) ^ flipA) | (wordAt(words, (y + 2) | 0) ^ flipB);
    words[(to + 3) | 0] = (wordAt(words, (x + 3) | 0) ^ flipA) | (wordAt(words, (y + 3) | 0) ^ flipB);
  }
}

/** Writes at `at` the union of four bitsets, or of fewer of which some are given twice. */
export function uniteFour(
  { words, length }: Block,
  at: number,
  [first, second, third, fourth]: readonly [Operand, Operand, Operand, Operand],
): void {
  const { at: a, flip: flipA } = first;
  const { at: b, flip: flipB } = second;
  const { at: c, flip: flipC } = third;
  const { at: d, flip: flipD } = fourth;
  for (let i = 0; i < length; i += 1) {
    const united = (wordAt(words, (a + i) | 0) ^ flipA) | (wordAt(words, (b + i) | 0) ^ flipB);
    words[(at + i) | 0] = united | (wordAt(words, (c + i) | 0) ^ flipC) | (wordAt(words, (d + i) | 0) ^ flipD);
  }
}

/** Writes at `at` the union of the eight bitsets that begin at the offsets, or of fewer of which some are given twice. */
export function uniteEight({ words, length }: Block, at: number, offsets: Int32Array): void {
  const a = wordAt(offsets, 0);
  const b = wordAt(offsets, 1);
  const c = wordAt(offsets, 2);
  const d = wordAt(offsets, 3);
  const e = wordAt(offsets, 4);
  const f = wordAt(offsets, 5);
  const g = wordAt(offsets, 6);
  const h = wordAt(offsets, 7);
  for (let i = 0; i < length; i += 1) {
    const first =
      wordAt(words, (a + i) | 0) | wordAt(words, (b + i) | 0) | wordAt(words, (c + i) | 0) | wordAt(words, (d + i) | 0);
    const second =
      wordAt(words, (e + i) | 0) | wordAt(words, (f + i) | 0) | wordAt(words, (g + i) | 0) | wordAt(words, (h + i) | 0);
    words[(at + i) | 0] = first | second;
  }
}
