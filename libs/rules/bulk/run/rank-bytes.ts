import { isComplement, NEVER, type Ref, slotOf } from '../circuit/circuit.ts';
import type { LinkedCircuit } from './linked-circuit.ts';
import type { Block } from './run-step.ts';
import { BLOCK_WORDS, wordAt } from './span.ts';

const EMPTY = new Int32Array(BLOCK_WORDS);

/** A bitset of the block; `flip` is -1 where its complement is meant, else 0. */
interface Readable {
  readonly words: Int32Array;
  readonly at: number;
  readonly flip: number;
}

function readable(linked: LinkedCircuit, { planes, heap, firstWord }: Block, ref: Ref): Readable {
  const flip = isComplement(ref) ? -1 : 0;
  if (slotOf(ref) === NEVER) return { words: EMPTY, at: 0, flip };
  const at = linked.offsetOf(ref);
  return linked.isPlane(ref) ? { words: planes, at: at + firstWord, flip } : { words: heap, at, flip };
}

function read({ words, at, flip }: Readable, index: number): number {
  return wordAt(words, at + index) ^ flip;
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
export function writeRanks(linked: LinkedCircuit, block: Block, ranks: FourRanks, bytes: DataView): void {
  const first = readable(linked, block, ranks[0]);
  const second = readable(linked, block, ranks[1]);
  const third = readable(linked, block, ranks[2]);
  const fourth = readable(linked, block, ranks[3]);
  let at = 32 * block.firstWord;
  for (let index = 0; index < block.length; index += 1) {
    let fours = read(fourth, index);
    let twos = read(second, index) ^ fours;
    let ones = read(first, index) ^ read(third, index) ^ twos;
    for (let four = 0; four < 8; four += 1) {
      bytes.setInt32(at, spread(ones) | (spread(twos) << 1) | (spread(fours) << 2), true);
      ones >>>= 4;
      twos >>>= 4;
      fours >>>= 4;
      at += 4;
    }
  }
}
