import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Lane } from '#domain';
import { type ClaimedMessage, Outbox } from '#outbox';
import { Database } from '#platform';
import { LanePace } from './lane-pace.ts';
import { WorkBatch } from './work-batch.ts';
import { WorkerProcess } from './worker-process.ts';

/**
 * Works a lane until nothing waits. Started by a notice, a wake-up or the sweep, once or many times at once: each message
 * is claimed by one worker, and the claim, the proposal and its audit entry are written together or not at all.
 */
@Injectable()
export class DrainLane implements BeforeApplicationShutdown {
  private isStopping = false;
  private readonly paces: Readonly<Record<Lane, LanePace>> = { urgent: new LanePace(), standard: new LanePace() };

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly batch: WorkBatch,
    private readonly process: WorkerProcess,
  ) {}

  /** Whoever asks while enough of this process work the lane already has them look once more. */
  async execute(lane: Lane): Promise<void> {
    const pace = this.paces[lane];
    await pace.whileAsked(async () => {
      while (!this.isStopping && (await this.workNext(lane, pace)));
    });
  }

  /** Whether this process works the lane now. */
  isAtWork(lane: Lane): boolean {
    return this.paces[lane].isAtWork;
  }

  /** Ends each drain after the batch in hand, however long the lane is. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all(Object.values(this.paces).map((pace) => pace.settled()));
  }

  /** Whether anything waited. */
  private async workNext(lane: Lane, pace: LanePace): Promise<boolean> {
    const leaseMs = pace.leaseMs(this.process.environment.CLAIM_LEASE_MS);
    const asked = performance.now();
    const claimed = await this.database.acrossAuthorities((tx) => this.outbox.claim(tx, lane, pace.batch, leaseMs));
    pace.claimTook(performance.now() - asked);
    if (claimed.length === 0) return false;
    this.process.crashPoints.pass('triage.claimed');
    const begun = performance.now();
    await this.workAll(claimed, begun + leaseMs / 2);
    pace.took(claimed.length, performance.now() - begun);
    return true;
  }

  /** What is not begun while half of the lease is left goes back: others may take it, and no try is counted. */
  private async workAll(claimed: readonly ClaimedMessage[], until: number): Promise<void> {
    const isOver = (): boolean => this.isStopping || performance.now() > until;
    const left = await this.batch.execute(claimed, isOver);
    if (left.length > 0) await this.database.acrossAuthorities((tx) => this.outbox.release(tx, left));
  }
}
