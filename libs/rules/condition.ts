import type { FactValue } from '#domain';

/** A decidable condition: no code, no regular expressions, no functions (rules.md, semantics 2). */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  | { readonly known: string }
  | Comparison;

export type Comparison =
  | { readonly fact: string; readonly is: FactValue }
  | { readonly fact: string; readonly in: readonly FactValue[] }
  /** Whole numbers, both ends included. */
  | { readonly fact: string; readonly between: readonly [number, number] };
