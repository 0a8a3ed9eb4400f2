import { type Circuit, NEVER, type Ref, slotOf } from '../circuit/circuit.ts';
import { planeRef } from '../circuit/code-gates.ts';
import type { FactColumns, PlaneMap } from '../columns/fact-columns.ts';
import { LinkedCircuit } from './linked-circuit.ts';

/**
 * Links the circuit of a rule set for columns. Blocks of one stock of cases mostly come down to the same, so the last
 * linked circuit is kept and given again for columns in which the same planes are empty.
 */
export class CircuitLinker {
  #last: { readonly inputs: Int32Array; readonly linked: LinkedCircuit } | null = null;

  constructor(
    private readonly circuit: Circuit,
    private readonly map: PlaneMap,
  ) {}

  /** `scopes` says by slot which scopes hold all of these cases or none. */
  link(columns: FactColumns, scopes: ReadonlyMap<number, Ref>): LinkedCircuit {
    const inputs = this.#inputs(columns, scopes);
    const last = this.#last;
    if (last?.inputs.every((ref, slot) => ref === inputs[slot]) === true) return last.linked;
    const linked = new LinkedCircuit(this.circuit, inputs);
    this.#last = { inputs, linked };
    return linked;
  }

  /** What each input comes down to, by slot. */
  #inputs({ used }: FactColumns, scopes: ReadonlyMap<number, Ref>): Int32Array {
    const { planes, places } = this.map;
    const held = Int32Array.from({ length: this.circuit.inputs }, (_, slot) => scopes.get(slot) ?? 2 * slot);
    for (let plane = 0; plane < planes; plane += 1) if (used[plane] === 0) held[slotOf(planeRef(plane))] = NEVER;
    for (const { code, unknown, isBoolean } of places) {
      if (isBoolean && used[unknown] === 0) held[slotOf(planeRef(unknown))] = used[code] === 0 ? NEVER : planeRef(code);
    }
    return held;
  }
}
