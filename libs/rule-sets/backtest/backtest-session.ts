import { dayNumberOf } from '../history/day-number.ts';
import { type BulkReady, type CaseBatch, outcomesOf } from './bulk-cases.ts';
import { type CaseColumns, type OutcomeColumns } from './case-columns.ts';
import type { CodeWordsOfCases } from './dimensions.ts';
import { type LowerCase, lowerCases } from './lower-cases.ts';
import { makeReport, type ReportProfile } from './make-report.ts';
import { pickColumns, pickOutcomes } from './pick-cases.ts';
import type { BacktestReport } from './report.ts';
import { Stopwatch } from './stopwatch.ts';
import { Tally, type TallyState } from './tally.ts';
import type { UnevenLimits } from './uneven-groups.ts';

/** Rule-change impact is judged on the last ninety days as well as on everything (domain pack 6.3). */
const RECENT_DAYS = 90;

/** How far a backtest has come, as plain JSON. */
export interface SessionState {
  readonly asOn: string;
  readonly all: TallyState;
  readonly recent: TallyState;
}

/** A draft tried on history batch by batch: no database, no clock. Taken up again from its state, it ends the same. */
export class BacktestSession {
  readonly watch = new Stopwatch();
  private readonly all = new Tally();
  private readonly recent = new Tally();

  constructor(
    private readonly draft: BulkReady,
    readonly asOn: string,
    from?: Pick<SessionState, 'all' | 'recent'>,
  ) {
    if (from === undefined) return;
    this.all.merge(from.all);
    this.recent.merge(from.recent);
  }

  /** Tries the draft on a batch, in the area each case came from and on the backtest's day; gives those who go lower. */
  add(batch: CaseBatch, seqs: Buffer, words: CodeWordsOfCases): LowerCase[] {
    const { columns } = batch;
    const today = dayNumberOf(this.asOn);
    const after = this.watch.time('evaluating', () =>
      outcomesOf(this.draft, batch, new Int32Array(columns.count).fill(today), words.area),
    );
    return this.watch.time('tallying', () => {
      this.all.add(columns, after);
      this.addRecent(columns, after, today);
      return lowerCases(columns, after, seqs);
    });
  }

  state(): SessionState {
    return { asOn: this.asOn, all: this.all.state(), recent: this.recent.state() };
  }

  report(given: {
    readonly authorityId: string;
    readonly hash: string;
    readonly words: CodeWordsOfCases;
    readonly profile: ReportProfile;
    readonly limits?: UnevenLimits;
  }): BacktestReport {
    const { id, version } = this.draft.ruleSet;
    const { all, recent, asOn } = this;
    const draft = { id, version, hash: given.hash };
    return this.watch.time('tallying', () => makeReport({ ...given, draft, asOn, all, recent }));
  }

  private addRecent(columns: CaseColumns, after: OutcomeColumns, today: number): void {
    const places: number[] = [];
    columns.days.forEach((day, place) => {
      if (day > today - RECENT_DAYS && day <= today) places.push(place);
    });
    if (places.length > 0) this.recent.add(pickColumns(columns, places), pickOutcomes(after, places));
  }
}
