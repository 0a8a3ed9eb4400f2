import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import type { Clock } from '#domain';
import { profileOf } from '#nation-packs';
import { CLOCK, Database } from '#platform';
import {
  addLower,
  type BacktestCheckpoint,
  cancel,
  type ClaimedBacktest,
  type ClaimedId,
  findClaimed,
  finish,
  keepProgress,
  release,
} from './backtest-job.query.ts';
import { BacktestSession } from './backtest-session.ts';
import { BLOCK_SIZE } from './block-reader.ts';
import { bulkReady } from './bulk-cases.ts';
import { HistoryReader, type PreparedBlock } from './history-reader.ts';
import { findExtent, findRuleSet, findWords, FIRST_BLOCK } from './history.query.ts';

/** How long a job stays this worker's after each block: many times what a block takes. */
const LEASE_MS = 30_000;

/** `stopped`: this process is shutting down, and the job waits for another. */
export type BacktestEnd = 'done' | 'cancelled' | 'stopped';

export interface RunnerOptions {
  /** Cases a block. */
  readonly blockSize?: number;
}

interface Work {
  readonly job: ClaimedBacktest;
  readonly session: BacktestSession;
  checkpoint: BacktestCheckpoint;
}

/**
 * Works a claimed backtest job block by block. Each block's counts, its children who would go lower and how far the job
 * has come are written together, fenced by the claim: killed at any moment and taken up again by anybody, the job ends
 * with the same report, and nobody stands on its list twice.
 */
@Injectable()
export class BacktestRunner {
  private readonly reader: HistoryReader;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.reader = new HistoryReader(database);
  }

  /**
   * @throws BacktestClaimLost when the job is no longer this worker's: then nothing more is written.
   * The caller records any other error as a failure.
   */
  async run(claimed: ClaimedId, signal: AbortSignal, options: RunnerOptions = {}): Promise<BacktestEnd> {
    const work = await this.begin(claimed);
    const { session, job } = work;
    const { after, upTo } = work.checkpoint;
    const stretch = { authorityId: job.authorityId, after, upTo, size: options.blockSize ?? BLOCK_SIZE };
    for await (const block of this.reader.blocks(stretch, session.watch)) {
      if (signal.aborted) return this.stop(work);
      if (await this.workBlock(work, block)) return 'cancelled';
    }
    if (signal.aborted) return this.stop(work);
    await this.database.inTransaction({ authorityId: job.authorityId }, async (tx) => {
      const words = await findWords(tx, job.authorityId);
      const { authorityId, hash } = job;
      await finish(tx, job, session.report({ authorityId, hash, words, profile: profileOf(authorityId) }));
    });
    return 'done';
  }

  /** From the checkpoint when there is one; otherwise history's end and the day are fixed now. */
  private begin(claimed: ClaimedId): Promise<Work> {
    return this.database.inTransaction({ authorityId: claimed.authorityId }, async (tx) => {
      const job = await findClaimed(tx, claimed);
      const draft = bulkReady(await findRuleSet(tx, job.hash));
      if (job.checkpoint !== null) {
        const session = new BacktestSession(draft, job.checkpoint.asOn, job.checkpoint);
        return { job, session, checkpoint: job.checkpoint };
      }
      // Nobody is on its list yet: the first block's children are written with a checkpoint or not at all.
      const session = new BacktestSession(draft, localDateOf(this.clock.now().getTime()));
      const extent = await findExtent(tx, job.authorityId);
      const checkpoint = { format: '1' as const, after: FIRST_BLOCK, processed: 0, ...extent, ...session.state() };
      await keepProgress(tx, job, checkpoint, LEASE_MS);
      return { job, session, checkpoint };
    });
  }

  /** True when a person asked to cancel: the block is kept, and the job stops behind it. */
  private async workBlock(work: Work, block: PreparedBlock): Promise<boolean> {
    const { job, session, checkpoint } = work;
    const lower = block.batches.flatMap(({ batch, seqs }) => session.add(batch, seqs, block.words));
    work.checkpoint = {
      ...checkpoint,
      ...session.state(),
      after: block.last,
      processed: checkpoint.processed + block.count,
    };
    return this.database.inTransaction({ authorityId: job.authorityId }, async (tx) => {
      const { isCancelRequested } = await keepProgress(tx, job, work.checkpoint, LEASE_MS);
      await addLower(tx, job, lower);
      if (isCancelRequested) await cancel(tx, job);
      return isCancelRequested;
    });
  }

  private async stop({ job }: Work): Promise<'stopped'> {
    await this.database.inTransaction({ authorityId: job.authorityId }, (tx) => release(tx, job));
    return 'stopped';
  }
}
