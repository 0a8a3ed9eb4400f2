import type { Ref } from '../circuit/circuit.ts';
import { operandOf } from './linked-circuit.ts';
import { type Block, wordAt } from './span.ts';
import type { Operand } from './step.ts';

function read({ words }: Block, { at, flip }: Operand, index: number): number {
  return wordAt(words, (at + index) | 0) ^ flip;
}

/** The lowest four bits as four bytes of 0 or 1: copied seven places apart, with all but every eighth bit cut. */
function spread(bits: number): number {
  return Math.imul(bits & 15, 0x00204081) & 0x01010101;
}

/** Who reaches the ranks 1 to 4, each inside the one before; the empty set where there are fewer ranks. */
export type FourRanks = readonly [Ref, Ref, Ref, Ref];

/**
 * Writes the rank of every case of the block, one byte a case: how many of the four bitsets it is in. Added up here
 * as a number of three bits, for the 32 cases of a word at once.
 */
export function writeRanks(block: Block, ranks: FourRanks, bytes: DataView): void {
  const first = operandOf(ranks[0]);
  const second = operandOf(ranks[1]);
  const third = operandOf(ranks[2]);
  const fourth = operandOf(ranks[3]);
  let at = 32 * block.firstWord;
  for (let index = 0; index < block.length; index += 1) {
    let fours = read(block, fourth, index);
    let twos = read(block, second, index) ^ fours;
    let ones = read(block, first, index) ^ read(block, third, index) ^ twos;
    for (let four = 0; four < 8; four += 1) {
      bytes.setInt32(at, spread(ones) | (spread(twos) << 1) | (spread(fours) << 2), true);
      ones >>>= 4;
      twos >>>= 4;
      fours >>>= 4;
      at += 4;
    }
  }
}

/** Writes 1 for every case of the block that is in the bitset and 0 for every other, one byte a case. */
export function writeFlags(block: Block, ref: Ref, bytes: DataView): void {
  const operand = operandOf(ref);
  let at = 32 * block.firstWord;
  for (let index = 0; index < block.length; index += 1) {
    const word = read(block, operand, index);
    for (let shift = 0; shift < 32; shift += 4) {
      bytes.setInt32(at, spread(word >>> shift), true);
      at += 4;
    }
  }
}
