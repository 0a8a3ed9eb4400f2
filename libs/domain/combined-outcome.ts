import type { Level, Urgency } from './level.ts';

/** The join (maximum) over a set of rules; sets of codes are sorted, so that the order of rules does not matter. */
export interface CombinedOutcome {
  readonly level: Level;
  readonly urgency: Urgency;
  readonly redLine: boolean;
  readonly routes: readonly string[];
  readonly actions: readonly string[];
  readonly services: readonly string[];
  readonly questions: readonly string[];
}
