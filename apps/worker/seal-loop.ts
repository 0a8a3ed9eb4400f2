import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SealAudit } from '#audit';
import { steadyFaultLog } from '#jobs';
import { authorityIds } from '#nation-packs';
import { EventLog } from '#platform';

/** Well within the second that sealing may be behind. */
const INTERVAL_MS = 250;

/**
 * Seals the audit log of every authority at short intervals. A loop of its own: neither a backlog of cases nor other
 * upkeep delays it, and it delays neither.
 */
@Injectable()
export class SealLoop implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sealAudit: SealAudit,
    private readonly log: EventLog,
  ) {}

  start(): void {
    this.running = Promise.all(authorityIds().map((authorityId) => this.keepSealing(authorityId)));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async keepSealing(authorityId: string): Promise<void> {
    const onFault = steadyFaultLog(this.log, 'audit.sealing_failed');
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.sealWaiting(authorityId).catch(onFault);
      await sleep(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async sealWaiting(authorityId: string): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.sealAudit.execute(authorityId)));
  }
}
