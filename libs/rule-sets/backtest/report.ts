import type { Level, Urgency } from '#domain';
import type { Dimension } from './dimensions.ts';

export interface Placing {
  readonly level: Level;
  readonly urgency: Urgency;
}

export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** What a draft changes for some cases. Matrices are rows of "from", lowest first, with a column for each "to". */
export interface Change {
  readonly cases: number;
  /** In the order of `LEVELS`, `URGENCIES` and `PATHWAYS`. */
  readonly levels: readonly (readonly number[])[];
  readonly urgencies: readonly (readonly number[])[];
  readonly pathways: readonly (readonly number[])[];
  /** Shares from 0 to 1 of the cases. */
  readonly needsInformation: BeforeAfter;
  readonly statutory: BeforeAfter;
  readonly universal: BeforeAfter;
}

export interface GroupChange extends Change {
  readonly dimension: Dimension;
  readonly group: string;
}

/** A group that a draft treats differently from others, so that its approval needs a written justification. */
export interface UnevenGroup {
  /** Which cases show it: all of history, or those of the ninety days before the backtest's day (domain pack 6.3). */
  readonly window: 'all' | 'last_90_days';
  readonly dimension: Dimension;
  readonly group: string;
  readonly cases: number;
  readonly measure: 'statutory' | 'universal';
  readonly share: BeforeAfter;
  /** The group's share divided by that of all other cases; null where others have none and the group has. */
  readonly ratio: { readonly before: number | null; readonly after: number | null };
  readonly why: readonly ('moved_by_5_points' | 'ratio_left_limits')[];
}

/** Cases of one queue or one urgency: in all, and on average a week. */
export interface Flow extends BeforeAfter {
  readonly perWeek: BeforeAfter;
}

export interface WorkloadEffect {
  readonly queues: readonly (Flow & { readonly queue: string; readonly title: string })[];
  readonly urgencies: readonly (Flow & { readonly urgency: Urgency })[];
  /** One entry a week that has cases, by its Monday; columns in the order of `queues` and of `urgencies`. */
  readonly weeks: readonly {
    readonly week: string;
    readonly queues: { readonly before: readonly number[]; readonly after: readonly number[] };
    readonly urgencies: { readonly before: readonly number[]; readonly after: readonly number[] };
  }[];
}

export interface BusiestDay {
  readonly day: string;
  readonly due: number;
}

export interface DeadlineEffect {
  readonly limits: readonly {
    readonly urgency: Urgency;
    /** The limit in words. */
    readonly limit: string;
    readonly busiest: { readonly before: BusiestDay | null; readonly after: BusiestDay | null };
  }[];
  /** Decisions due on each day that has any; columns in the order of `limits`. */
  readonly days: readonly {
    readonly day: string;
    readonly before: readonly number[];
    readonly after: readonly number[];
  }[];
}

/** What a draft would have done to every case of history, as plain JSON. The same history gives the same report. */
export interface BacktestReport {
  readonly format: '1';
  readonly authorityId: string;
  readonly draft: { readonly id: string; readonly version: string; readonly hash: string };
  /** The local day whose rules were tried, `YYYY-MM-DD`. */
  readonly asOn: string;
  readonly outcome: 'even' | 'uneven';
  readonly cases: number;
  readonly overall: Change;
  /** Every change of level or urgency, the most frequent first. */
  readonly moves: readonly { readonly from: Placing; readonly to: Placing; readonly cases: number }[];
  readonly lower: number;
  readonly higher: number;
  readonly groups: readonly GroupChange[];
  readonly uneven: readonly UnevenGroup[];
  readonly workload: WorkloadEffect;
  readonly deadlines: DeadlineEffect;
  /** What a reader must know to read it rightly. */
  readonly notes: readonly string[];
}
