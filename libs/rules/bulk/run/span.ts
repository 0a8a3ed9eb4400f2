/** Words of a bitset that are worked on at a time: all bitsets of a block stay in the processor's cache. */
export const BLOCK_WORDS = 128;

/** So many words of `words`, from `at`: what a kernel changes. */
export interface Span {
  readonly words: Int32Array;
  readonly at: number;
  readonly length: number;
}

export function wordAt(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}
