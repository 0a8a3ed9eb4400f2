import { setImmediate } from 'node:timers/promises';
import type { Database } from '#platform';
import type { FactLayout } from '#rules';
import { FactLayouts } from '../history/fact-layouts.ts';
import { blocksOf, type Stretch } from './block-reader.ts';
import { type CaseBatch, caseBatch } from './bulk-cases.ts';
import type { CodeWordsOfCases } from './dimensions.ts';
import type { Segment } from './history.query.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A block of history, ready for rules to read. */
export interface PreparedBlock {
  readonly batches: readonly { readonly batch: CaseBatch; readonly seqs: Buffer }[];
  readonly count: number;
  readonly last: string;
  readonly words: CodeWordsOfCases;
}

/** Reads history in blocks and gives way to other work of the process between them. */
export class HistoryReader {
  private readonly layouts = new FactLayouts();

  constructor(private readonly database: Database) {}

  async *blocks(stretch: Stretch, watch: Stopwatch): AsyncGenerator<PreparedBlock> {
    const blocks = blocksOf(this.database, stretch);
    try {
      for (;;) {
        const next = await watch.timeAsync('loading', () => blocks.next());
        if (next.done === true) return;
        const block = next.value;
        const batches: PreparedBlock['batches'][number][] = [];
        for (const segment of block.segments) batches.push(await this.prepare(segment, watch));
        yield { batches, count: block.count, last: block.last, words: block.words };
        await setImmediate();
      }
    } finally {
      await blocks.return(undefined);
    }
  }

  private async prepare(segment: Segment, watch: Stopwatch): Promise<PreparedBlock['batches'][number]> {
    const layout = await this.layoutOf(segment.layoutHash);
    return { batch: watch.time('loading', () => caseBatch(layout, segment.records)), seqs: segment.seqs };
  }

  private layoutOf(hash: string): Promise<FactLayout> {
    return this.database.acrossAuthorities((tx) => this.layouts.get(tx, hash));
  }
}
