import { type Circuit, type Gate, type Ref, slotOf } from './circuit.ts';

export interface LiveCircuit extends Circuit {
  /** The reference that now stands for an old one. */
  readonly moved: (ref: Ref) => Ref;
}

/** The circuit without gates that no output rests on; the others move up and keep their order. */
export function liveGates({ inputs, gates }: Circuit, outputs: readonly Ref[]): LiveCircuit {
  const isLive = new Set(outputs.map(slotOf));
  for (let index = gates.length - 1; index >= 0; index -= 1) {
    if (isLive.has(inputs + index)) for (const ref of gates[index]?.operands ?? []) isLive.add(slotOf(ref));
  }
  const newSlot = new Map<number, number>();
  const moved = (ref: Ref): Ref => 2 * (newSlot.get(slotOf(ref)) ?? slotOf(ref)) + (ref & 1);
  const live: Gate[] = [];
  for (const [index, { need, operands }] of gates.entries()) {
    if (!isLive.has(inputs + index)) continue;
    newSlot.set(inputs + index, inputs + live.length);
    live.push({ need, operands: operands.map(moved) });
  }
  return { inputs, gates: live, moved };
}
