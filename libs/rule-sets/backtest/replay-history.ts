import type { Database } from '#platform';
import { type BulkReady, bulkReady } from './bulk-cases.ts';
import { HistoryReader } from './history-reader.ts';
import { findCaseIds, findExtent, findRuleSet, FIRST_BLOCK } from './history.query.ts';
import { type ReplayReport, ReplaySession } from './replay.ts';
import type { Phase } from './stopwatch.ts';

export interface HistoryReplayed {
  readonly report: ReplayReport;
  readonly milliseconds: Readonly<Record<Phase, number>>;
}

/** Triages all of an authority's history again as it was triaged, to show that stored outcomes can be reproduced. */
export class ReplayHistory {
  private readonly reader: HistoryReader;

  constructor(private readonly database: Database) {
    this.reader = new HistoryReader(database);
  }

  async execute(authorityId: string): Promise<HistoryReplayed> {
    const ruleSets = new Map<string, BulkReady>();
    const session = new ReplaySession((hash) => ruleSets.get(hash) ?? missing());
    const { upTo } = await this.database.inTransaction({ authorityId }, (tx) => findExtent(tx, authorityId));
    for await (const block of this.reader.blocks({ authorityId, after: FIRST_BLOCK, upTo }, session.watch)) {
      for (const hash of block.words.ruleSet) await this.load(ruleSets, hash);
      for (const { batch, seqs } of block.batches) session.add(batch, seqs, block.words);
    }
    const { cases, different } = session.found();
    const ids = await this.database.inTransaction({ authorityId }, (tx) => findCaseIds(tx, different));
    const differentCases = different.map((seq) => ids.get(String(seq)) ?? '');
    return {
      report: { cases, equal: cases - different.length, different: different.length, differentCases },
      milliseconds: session.watch.milliseconds(),
    };
  }

  private async load(ruleSets: Map<string, BulkReady>, hash: string): Promise<void> {
    if (hash === '' || ruleSets.has(hash)) return;
    ruleSets.set(hash, bulkReady(await this.database.acrossAuthorities((tx) => findRuleSet(tx, hash))));
  }
}

function missing(): never {
  throw new Error('Every record refers to a rule set that is kept.');
}
