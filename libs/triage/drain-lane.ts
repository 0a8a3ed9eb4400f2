import { Injectable } from '@nestjs/common';
import type { Lane } from '#domain';
import { type ClaimedMessage, Outbox, StaleClaimError } from '#outbox';
import { Database, withCorrelation } from '#platform';
import { TriageCase } from './triage-case.ts';
import { TriageFaults } from './triage-faults.ts';
import { WorkerProcess } from './worker-process.ts';

const BATCH = 16;

/**
 * Works a lane until nothing waits. Started by a wake-up or by the sweep, once or many times at once: each message is
 * claimed by one worker, and the claim, the proposal and its audit entry are written together or not at all.
 */
@Injectable()
export class DrainLane {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly triageCase: TriageCase,
    private readonly faults: TriageFaults,
    private readonly process: WorkerProcess,
  ) {}

  async execute(lane: Lane): Promise<void> {
    for (;;) {
      const { CLAIM_LEASE_MS } = this.process.environment;
      const claimed = await this.database.inTransaction((tx) => this.outbox.claim(tx, lane, BATCH, CLAIM_LEASE_MS));
      if (claimed.length === 0) return;
      this.process.crashPoints.pass('triage.claimed');
      for (const message of claimed) {
        await withCorrelation(message.correlationId, () => this.work(message));
      }
    }
  }

  private async work(message: ClaimedMessage): Promise<void> {
    const { log } = this.process;
    try {
      if (this.faults.isSpent(message)) {
        await this.faults.record(message, 'attempts_spent');
        return;
      }
      await this.database.inTransaction(async (tx) => {
        await this.outbox.complete(tx, message);
        await this.triageCase.execute(tx, message);
      });
      log.info('triage.proposed', { caseId: message.caseId, messageId: message.id, lane: message.lane });
    } catch (error: unknown) {
      if (error instanceof StaleClaimError) return;
      log.fault('triage.failed', error, { caseId: message.caseId, messageId: message.id });
      await this.faults.record(message, error instanceof Error ? error.name : 'unknown');
    }
  }
}
