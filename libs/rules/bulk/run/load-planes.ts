import { slotOf } from '../circuit/circuit.ts';
import { planeRef } from '../circuit/code-gates.ts';
import type { FactColumns } from '../columns/fact-columns.ts';
import type { LinkedCircuit } from './linked-circuit.ts';
import { type Block, BLOCK_WORDS } from './span.ts';

function slotOfPlane(plane: number): number {
  return slotOf(planeRef(plane));
}

/** Which of a rule set's planes a linked circuit or one of the outputs reads. */
export function planesToLoad(planes: number, linked: LinkedCircuit, outputs: readonly number[]): readonly number[] {
  const isRead = (slot: number): boolean => linked.reads(slot) || outputs.includes(slot);
  return Array.from({ length: planes }, (_, plane) => plane).filter((plane) => isRead(slotOfPlane(plane)));
}

/** Copies a plane's words of the block to its slot. */
export function loadPlane({ words, firstWord, length }: Block, { planes, stride }: FactColumns, plane: number): void {
  const from = plane * stride + firstWord;
  words.set(planes.subarray(from, from + length), slotOfPlane(plane) * BLOCK_WORDS);
}
