import type { Level, Urgency } from '#domain';

/** The four groups of the indicator library (domain pack 5.1): child, parenting, family and environment, special harms. */
export const INDICATOR_DOMAINS = ['A', 'B', 'C', 'D'] as const;
export type IndicatorDomain = (typeof INDICATOR_DOMAINS)[number];

/** One threshold indicator as referrers and deciders both see it: the same words on the form and in the rules. */
export interface IndicatorDefinition {
  readonly id: string;
  readonly domain: IndicatorDomain;
  readonly title: string;
  readonly titleCy?: string;
  /** A yes-or-no question that a teacher could answer. */
  readonly question: string;
  readonly questionCy?: string;
  /** The level this indicator alone points to: the lowest of its range. */
  readonly level: Level;
  /** The highest of its range, which only a person or a combination rule reaches. */
  readonly upTo?: Level;
  readonly urgency: Urgency;
  /** Children in need census factors it belongs to. */
  readonly factors: readonly string[];
  /** Children in need census primary need, where the table names one instead of a factor. */
  readonly primaryNeed?: string;
  readonly redLine: boolean;
  /** About an adult's own health or history: kept out of what a referrer is told. */
  readonly aboutOthers: boolean;
  readonly because: string;
  readonly becauseCy?: string;
  readonly owner: string;
  /** The law it rests on, where that is not the usual law of its level. */
  readonly legalBasis?: string;
  readonly actions: readonly string[];
  readonly routes: readonly string[];
  readonly services: readonly string[];
  readonly questions: readonly string[];
}
