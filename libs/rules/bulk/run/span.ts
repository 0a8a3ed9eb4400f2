/** Words of a bitset that are worked on at a time: all bitsets of a block stay in the processor's cache. */
export const BLOCK_WORDS = 192;

/** The words of one block of cases: the bitset of slot `s` begins at `s * BLOCK_WORDS`; slot 0 stays empty. */
export interface Block {
  /** One array for all bitsets, because the kernels are at their fastest when they read from a single one. */
  readonly words: Int32Array;
  /** First word of the block in a plane of the columns. */
  readonly firstWord: number;
  /** How many words the block has, a multiple of four. */
  readonly length: number;
}

/** Kernels may take four words in one go. */
export function wholeFours(length: number): number {
  return 4 * Math.ceil(length / 4);
}

export function wordAt(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}
