import { type BulkReady, type CaseBatch, outcomesOf } from './bulk-cases.ts';
import type { OutcomeColumns } from './case-columns.ts';
import type { CodeWordsOfCases } from './dimensions.ts';
import { Stopwatch } from './stopwatch.ts';

/** How many stored outcomes came out the same again. Every difference is a fault of the product. */
export interface ReplayReport {
  readonly cases: number;
  readonly equal: number;
  readonly different: number;
  /** Ids of the cases that came out differently. */
  readonly differentCases: readonly string[];
}

/** Gives a rule set that was live by its content hash. */
export type LiveRuleSets = (hash: string) => BulkReady;

const PARTS = ['definiteLevel', 'definiteUrgency', 'possibleLevel', 'possibleUrgency', 'redLine'] as const;

/**
 * Triages cases again with the rule set that made each, on its own day and in its own area, and compares level and
 * urgency, definite and possible, and the red line with what was stored.
 */
export class ReplaySession {
  readonly watch = new Stopwatch();
  private cases = 0;
  private readonly different: bigint[] = [];

  constructor(private readonly liveRuleSets: LiveRuleSets) {}

  add(batch: CaseBatch, seqs: Buffer, words: CodeWordsOfCases): void {
    const { ruleSetCodes, live, days, count } = batch.columns;
    for (const code of new Set(ruleSetCodes)) {
      const again = this.watch.time('evaluating', () => {
        const ready = this.liveRuleSets(words.ruleSet[code] ?? '');
        return outcomesOf(ready, batch, days, words.area);
      });
      this.watch.time('tallying', () => {
        for (let place = 0; place < count; place += 1) {
          if (ruleSetCodes[place] === code && !isSame(live, again, place)) {
            this.different.push(seqs.readBigInt64BE(place * 8));
          }
        }
      });
    }
    this.cases += count;
  }

  /** The numbers in history of the cases that came out differently, and how many were tried. */
  found(): { readonly cases: number; readonly different: readonly bigint[] } {
    return { cases: this.cases, different: this.different };
  }
}

function isSame(live: OutcomeColumns, again: OutcomeColumns, place: number): boolean {
  return PARTS.every((part) => live[part][place] === again[part][place]);
}
