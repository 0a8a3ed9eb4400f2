import type { Database } from '#platform';
import type { RuleSet } from '#rules';
import { BacktestSession } from './backtest-session.ts';
import { bulkReady } from './bulk-cases.ts';
import { HistoryReader } from './history-reader.ts';
import { findExtent, findWords, FIRST_BLOCK } from './history.query.ts';
import type { LowerCase } from './lower-cases.ts';
import type { ReportProfile } from './make-report.ts';
import type { BacktestReport } from './report.ts';
import type { Phase } from './stopwatch.ts';
import type { UnevenLimits } from './uneven-groups.ts';

export interface DraftTrial {
  readonly authorityId: string;
  readonly draft: RuleSet;
  /** Content hash of the draft. */
  readonly hash: string;
  /** The local day whose rules are tried, `YYYY-MM-DD`. */
  readonly asOn: string;
  readonly profile: ReportProfile;
  readonly limits?: UnevenLimits;
  /** Is given those who go lower, block by block. */
  readonly onLower?: (cases: readonly LowerCase[]) => Promise<void>;
}

export interface DraftTried {
  readonly report: BacktestReport;
  readonly milliseconds: Readonly<Record<Phase, number>>;
}

/** Tries a draft on all of an authority's history in one go and keeps nothing: for the operator's command line. */
export class TryDraft {
  private readonly reader: HistoryReader;

  constructor(private readonly database: Database) {
    this.reader = new HistoryReader(database);
  }

  async execute(trial: DraftTrial): Promise<DraftTried> {
    const { authorityId, asOn, onLower } = trial;
    const session = new BacktestSession(bulkReady(trial.draft), asOn);
    const { upTo } = await this.database.inTransaction({ authorityId }, (tx) => findExtent(tx, authorityId));
    let words = await this.database.inTransaction({ authorityId }, (tx) => findWords(tx, authorityId));
    for await (const block of this.reader.blocks({ authorityId, after: FIRST_BLOCK, upTo }, session.watch)) {
      words = block.words;
      for (const { batch, seqs } of block.batches) {
        const lower = session.add(batch, seqs, words);
        if (lower.length > 0) await onLower?.(lower);
      }
    }
    const report = session.report({ ...trial, words });
    return { report, milliseconds: session.watch.milliseconds() };
  }
}
