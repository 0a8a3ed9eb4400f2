import { type Span, wordAt } from './span.ts';

/** A bitset that a kernel reads; `flip` is -1 where its complement is meant, else 0. */
export interface Operand {
  readonly from: Int32Array;
  readonly at: number;
  readonly flip: number;
}

/** Writes into the span the union of two bitsets: most gates of a rule set are of this kind. */
export function uniteTwo({ words, at, length }: Span, first: Operand, second: Operand): void {
  const { from: a, at: atA, flip: flipA } = first;
  const { from: b, at: atB, flip: flipB } = second;
  for (let i = 0; i < length; i += 1) {
    words[at + i] = (wordAt(a, (atA + i) | 0) ^ flipA) | (wordAt(b, (atB + i) | 0) ^ flipB);
  }
}

export function uniteThree({ words, at, length }: Span, first: Operand, second: Operand, third: Operand): void {
  const { from: a, at: atA, flip: flipA } = first;
  const { from: b, at: atB, flip: flipB } = second;
  const { from: c, at: atC, flip: flipC } = third;
  for (let i = 0; i < length; i += 1) {
    words[at + i] =
      (wordAt(a, (atA + i) | 0) ^ flipA) | (wordAt(b, (atB + i) | 0) ^ flipB) | (wordAt(c, (atC + i) | 0) ^ flipC);
  }
}

export function uniteFour({ words, at, length }: Span, first: Operand, second: Operand, third: Operand, fourth: Operand): void {
  const { from: a, at: atA, flip: flipA } = first;
  const { from: b, at: atB, flip: flipB } = second;
  const { from: c, at: atC, flip: flipC } = third;
  const { from: d, at: atD, flip: flipD } = fourth;
  for (let i = 0; i < length; i += 1) {
    const united = (wordAt(a, (atA + i) | 0) ^ flipA) | (wordAt(b, (atB + i) | 0) ^ flipB);
    words[at + i] = united | (wordAt(c, (atC + i) | 0) ^ flipC) | (wordAt(d, (atD + i) | 0) ^ flipD);
  }
}

/** Adds to the span the eight bitsets in `from` that begin at the offsets plus `shift`. */
export function addEight({ words, at, length }: Span, from: Int32Array, offsets: Int32Array, shift: number): void {
  const a = wordAt(offsets, 0) + shift;
  const b = wordAt(offsets, 1) + shift;
  const c = wordAt(offsets, 2) + shift;
  const d = wordAt(offsets, 3) + shift;
  const e = wordAt(offsets, 4) + shift;
  const f = wordAt(offsets, 5) + shift;
  const g = wordAt(offsets, 6) + shift;
  const h = wordAt(offsets, 7) + shift;
  for (let i = 0; i < length; i += 1) {
    const first =
      wordAt(from, (a + i) | 0) | wordAt(from, (b + i) | 0) | wordAt(from, (c + i) | 0) | wordAt(from, (d + i) | 0);
    const second =
      wordAt(from, (e + i) | 0) | wordAt(from, (f + i) | 0) | wordAt(from, (g + i) | 0) | wordAt(from, (h + i) | 0);
    words[at + i] = wordAt(words, (at + i) | 0) | first | second;
  }
}
