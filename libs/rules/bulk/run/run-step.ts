import { atLeastCounted, countIn } from './counting-kernels.ts';
import { BLOCK_WORDS, type Span } from './span.ts';
import type { PlacedOperand, Step } from './step.ts';
import { addEight, type Operand, uniteFour, uniteThree, uniteTwo } from './union-kernels.ts';

/** The words of one block of cases. */
export interface Block {
  readonly planes: Int32Array;
  readonly heap: Int32Array;
  readonly countersAt: number;
  /** First word of the block in a plane, and how many there are. */
  readonly firstWord: number;
  readonly length: number;
}

function operand({ planes, heap, firstWord }: Block, { isPlane, at, flip }: PlacedOperand): Operand {
  return isPlane ? { from: planes, at: at + firstWord, flip } : { from: heap, at, flip };
}

function unite(block: Block, { at, from: [first, second, third, fourth] }: Extract<Step, { kind: 'unite' }>): void {
  const result: Span = { words: block.heap, at, length: block.length };
  const a = operand(block, first);
  const b = operand(block, second);
  if (third === undefined) uniteTwo(result, a, b);
  else if (fourth === undefined) uniteThree(result, a, b, operand(block, third));
  else uniteFour(result, a, b, operand(block, third), operand(block, fourth));
}

function count(block: Block, { at, from, need, planes: counterPlanes }: Extract<Step, { kind: 'count' }>): void {
  const { planes, heap, countersAt, firstWord, length } = block;
  const counters: Span = { words: heap, at: countersAt, length };
  heap.fill(0, countersAt, countersAt + counterPlanes * BLOCK_WORDS);
  countIn(counters, planes, from.planes, firstWord, 0);
  countIn(counters, heap, from.heap, 0, 0);
  countIn(counters, planes, from.planesNot, firstWord, -1);
  countIn(counters, heap, from.heapNot, 0, -1);
  atLeastCounted({ words: heap, at, length }, counters, counterPlanes, need);
}

/** Computes one gate for the block. */
export function runStep(block: Block, step: Step): void {
  switch (step.kind) {
    case 'unite':
      unite(block, step);
      return;
    case 'addEight':
      addEight({ words: block.heap, at: step.at, length: block.length }, block.planes, step.planes, block.firstWord);
      return;
    case 'count':
      count(block, step);
      return;
    default:
      step satisfies never;
  }
}
