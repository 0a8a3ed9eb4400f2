import { median } from '../median.ts';

/** What a figure should come to. A bench prints it beside the figure; it never decides the exit code. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** One thing measured once in every round. */
export interface Figure {
  /** What was measured together: `16 clients`. */
  readonly group: string;
  readonly name: string;
  /** `a second`, `ms`, `MB`; a ratio of two figures of one round has the unit `ratio`. */
  readonly unit: string;
  /** In the order of the rounds; `NaN` where a round could not say. */
  readonly rounds: readonly number[];
  readonly aim: Aim | null;
}

/** A figure in the few numbers that are read: the middle of the rounds, and how far apart they lay. */
export interface Summary {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export function summaryOf({ rounds }: Figure): Summary {
  const known = rounds.filter((value) => Number.isFinite(value));
  if (known.length === 0) return { median: Number.NaN, lowest: Number.NaN, highest: Number.NaN };
  return { median: median(known), lowest: Math.min(...known), highest: Math.max(...known) };
}

/** By its median; `null` where there is no aim. */
export function isMet(figure: Figure): boolean | null {
  const { aim } = figure;
  if (aim === null) return null;
  const { median: middle } = summaryOf(figure);
  return 'atLeast' in aim ? middle >= aim.atLeast : middle <= aim.atMost;
}

export function aimInWords(aim: Aim | null): string {
  if (aim === null) return '';
  return 'atLeast' in aim ? `at least ${String(aim.atLeast)}` : `at most ${String(aim.atMost)}`;
}
