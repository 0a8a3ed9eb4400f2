import type { FactValue } from '#domain';
import type { FactTable, Slot } from '../conditions/fact-table.ts';

/** A fact, by its index, and the value it would have. */
export interface Change {
  readonly index: number;
  readonly value: FactValue;
}

/** Changes to different facts, ascending by index. */
export type Changes = readonly Change[];

export function applied(changes: Changes, table: FactTable): FactTable {
  const changed: Slot[] = [...table];
  for (const { index, value } of changes) changed[index] = value;
  return changed;
}

export function withChange(changes: Changes, change: Change): Changes {
  return [...changes, change].sort((a, b) => a.index - b.index);
}

export function keyOf(changes: Changes): string {
  return JSON.stringify(changes.map(({ index, value }) => [index, value]));
}

/** Every proper part of the changes, the smaller ones first; in a fixed order. */
export function partsOf(changes: Changes): readonly Changes[] {
  const parts = changes.reduce<Changes[]>((all, change) => [...all, ...all.map((part) => [...part, change])], [[]]);
  return parts.filter((part) => part.length > 0 && part.length < changes.length).sort((a, b) => a.length - b.length);
}
