import { type Span, wordAt } from './span.ts';

/** Kernels read four or eight bitsets in one go; a list is filled up to such a number with its last item. */
export function paddedForUnion(offsets: readonly number[]): Int32Array {
  const last = offsets.at(-1) ?? 0;
  return Int32Array.from({ length: 4 * Math.ceil(offsets.length / 4) }, (_, place) => offsets[place] ?? last);
}

function uniteFour({ words, at, length }: Span, from: Int32Array, list: Int32Array, next: number, shift: number): void {
  const a = wordAt(list, next) + shift;
  const b = wordAt(list, next + 1) + shift;
  const c = wordAt(list, next + 2) + shift;
  const d = wordAt(list, next + 3) + shift;
  for (let i = 0; i < length; i += 1) {
    const united =
      wordAt(from, (a + i) | 0) | wordAt(from, (b + i) | 0) | wordAt(from, (c + i) | 0) | wordAt(from, (d + i) | 0);
    words[at + i] = wordAt(words, (at + i) | 0) | united;
  }
}

function uniteEight(
  { words, at, length }: Span,
  from: Int32Array,
  list: Int32Array,
  next: number,
  shift: number,
): void {
  const a = wordAt(list, next) + shift;
  const b = wordAt(list, next + 1) + shift;
  const c = wordAt(list, next + 2) + shift;
  const d = wordAt(list, next + 3) + shift;
  const e = wordAt(list, next + 4) + shift;
  const f = wordAt(list, next + 5) + shift;
  const g = wordAt(list, next + 6) + shift;
  const h = wordAt(list, next + 7) + shift;
  for (let i = 0; i < length; i += 1) {
    const first =
      wordAt(from, (a + i) | 0) | wordAt(from, (b + i) | 0) | wordAt(from, (c + i) | 0) | wordAt(from, (d + i) | 0);
    const second =
      wordAt(from, (e + i) | 0) | wordAt(from, (f + i) | 0) | wordAt(from, (g + i) | 0) | wordAt(from, (h + i) | 0);
    words[at + i] = wordAt(words, (at + i) | 0) | first | second;
  }
}

/** One operand of a union of two; `flip` is -1 where its complement is meant, else 0. */
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

/** Adds to the span the bitsets in `from` that begin at the offsets plus `shift`. */
export function uniteAll(span: Span, from: Int32Array, offsets: Int32Array, shift: number): void {
  let next = 0;
  for (; next + 8 <= offsets.length; next += 8) uniteEight(span, from, offsets, next, shift);
  if (next < offsets.length) uniteFour(span, from, offsets, next, shift);
}

/** Adds to the span the complements of the bitsets in `from` that begin at the offsets plus `shift`. */
export function uniteComplements(span: Span, from: Int32Array, offsets: Int32Array, shift: number): void {
  const { words, at, length } = span;
  for (let next = 0; next < offsets.length; next += 4) {
    const a = wordAt(offsets, next) + shift;
    const b = wordAt(offsets, next + 1) + shift;
    const c = wordAt(offsets, next + 2) + shift;
    const d = wordAt(offsets, next + 3) + shift;
    for (let i = 0; i < length; i += 1) {
      const inAll =
        wordAt(from, (a + i) | 0) & wordAt(from, (b + i) | 0) & wordAt(from, (c + i) | 0) & wordAt(from, (d + i) | 0);
      words[at + i] = wordAt(words, (at + i) | 0) | ~inAll;
    }
  }
}
