import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Lane } from '#domain';
import { type ClaimedMessage, Outbox, StaleClaimError } from '#outbox';
import { Database, withCorrelation } from '#platform';
import { MessageWork } from './message-work.ts';
import { TriageFaults } from './triage-faults.ts';
import { WorkerProcess } from './worker-process.ts';

/** Small, because a worker that dies keeps its batch waiting until the claims lapse. */
const BATCH = 8;

/**
 * Works a lane until nothing waits. Started by a wake-up or by the sweep, once or many times at once: each message is
 * claimed by one worker, and the claim, the proposal and its audit entry are written together or not at all.
 */
@Injectable()
export class DrainLane implements BeforeApplicationShutdown {
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly messageWork: MessageWork,
    private readonly faults: TriageFaults,
    private readonly process: WorkerProcess,
  ) {}

  async execute(lane: Lane): Promise<void> {
    while (!this.isStopping) {
      const { CLAIM_LEASE_MS } = this.process.environment;
      const claimed = await this.database.acrossAuthorities((tx) => this.outbox.claim(tx, lane, BATCH, CLAIM_LEASE_MS));
      if (claimed.length === 0) return;
      this.process.crashPoints.pass('triage.claimed');
      await this.workAll(claimed);
    }
  }

  /** Ends each drain after the case in hand, however long the lane is. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  private async workAll(claimed: readonly ClaimedMessage[]): Promise<void> {
    for (const [index, message] of claimed.entries()) {
      if (this.isStopping) {
        await this.database.acrossAuthorities((tx) => this.outbox.release(tx, claimed.slice(index)));
        return;
      }
      await withCorrelation(message.correlationId, () => this.work(message));
    }
  }

  private async work(message: ClaimedMessage): Promise<void> {
    const { log } = this.process;
    const ids = { caseId: message.caseId, messageId: message.id, lane: message.lane };
    if (this.faults.isSpent(message)) {
      await this.faults.giveUp(message, 'attempts_spent');
      return;
    }
    try {
      await this.database.inTransaction({ authorityId: message.authorityId }, async (tx) => {
        await this.outbox.complete(tx, message);
        await this.messageWork.execute(tx, message);
      });
      log.info('triage.proposed', ids);
    } catch (error: unknown) {
      if (error instanceof StaleClaimError) {
        log.info('triage.claim_lost', ids);
        return;
      }
      log.fault('triage.failed', error, ids);
      await this.faults.record(message, error);
    }
  }
}
