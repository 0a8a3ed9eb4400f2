import { type CaseContexts, NO_AREA, type Survey } from '../case-contexts.ts';
import { ALWAYS, NEVER, type Ref } from '../circuit/circuit.ts';
import type { Scope } from '../circuit/scope.ts';
import { type Block, BLOCK_WORDS } from './span.ts';

/** A scope that holds some of the cases; `isIn` says it for each area code, null for all areas. */
export interface PartialScope extends Scope {
  readonly slot: number;
  readonly isIn: Uint8Array | null;
}

export interface SortedScopes {
  /** Scopes that hold all cases or none, by slot. */
  readonly constants: ReadonlyMap<number, Ref>;
  readonly partial: readonly PartialScope[];
}

/** Tells scopes that are the same for all cases, which is usual and costs nothing, from those that are not. */
export function sortScopes(
  scopes: readonly Scope[],
  areas: readonly string[],
  { earliest, latest }: Survey,
  firstSlot: number,
): SortedScopes {
  const constants = new Map<number, Ref>();
  const partial: PartialScope[] = [];
  for (const [place, scope] of scopes.entries()) {
    const slot = firstSlot + place;
    const { from, to, areas: wanted } = scope;
    const isIn = wanted === null ? null : Uint8Array.from(areas, (area) => (wanted.includes(area) ? 1 : 0));
    if (latest < from || to < earliest) constants.set(slot, NEVER);
    else if (isIn === null && from <= earliest && latest <= to) constants.set(slot, ALWAYS);
    else partial.push({ ...scope, slot, isIn });
  }
  return { constants, partial };
}

/** Writes which cases of the block the scope holds. */
export function writeMask({ words, firstWord, length }: Block, scope: PartialScope, contexts: CaseContexts): void {
  const { days, areaCodes } = contexts;
  const { from, to, isIn, slot } = scope;
  const at = slot * BLOCK_WORDS;
  const first = 32 * firstWord;
  const last = Math.min(first + 32 * length, days.length);
  words.fill(0, at, at + length);
  for (let index = first; index < last; index += 1) {
    const day = days[index] ?? 0;
    if (day < from || to < day) continue;
    if (isIn !== null && isIn[areaCodes[index] ?? NO_AREA] !== 1) continue;
    const word = at + ((index - first) >> 5);
    words[word] = (words[word] ?? 0) | (1 << (index & 31));
  }
}
