import type { Lane } from '#domain';
import { asId, engineActor, LANES } from '#domain';
import { ConnectionLost, Deadlock } from '../database/errors.ts';
import { inTransaction, type SimTransaction } from '../database/sim-database.ts';
import { AUTHORITY } from './documents.ts';
import { DATABASE_PAUSE_MS, LEASE_MS, StaleClaim } from './outbox.ts';
import type { Parts } from './parts.ts';
import type { SimProcess } from './process.ts';
import type { WorkRow } from './rows.ts';
import type { Sealer } from './sealer.ts';
import { SimTriageCase } from './triage.ts';

/** Who set off a drain; each has one of a lane at a time, beside the other's. */
type Source = 'wake-up' | 'sweep';

/** As `DrainLane` and `TriageFaults` of libs/triage, with what starts them and the sealing loop. */
export class Worker {
  private readonly draining = new Set<string>();
  private readonly again = new Set<Lane>();
  private readonly triageCase: SimTriageCase;
  private isSealing = false;

  constructor(
    readonly process: SimProcess,
    private readonly parts: Parts,
    private readonly sealer: Sealer,
  ) {
    this.triageCase = new SimTriageCase(parts, process);
  }

  /** A wake-up while one is being worked on leads to another look. */
  wake(lane: Lane): void {
    if (this.draining.has(`wake-up ${lane}`)) this.again.add(lane);
    else void this.drain(lane, 'wake-up');
  }

  sweep(): void {
    for (const lane of LANES) if (!this.draining.has(`sweep ${lane}`)) void this.drain(lane, 'sweep');
  }

  seal(): void {
    if (this.isSealing) return;
    this.isSealing = true;
    void this.sealer.execute(this.process).finally(() => {
      this.isSealing = false;
    });
  }

  /** A job that stands in the queue alone: what the planted bug does instead of the outbox. */
  async workJob(job: Pick<WorkRow, 'caseId' | 'inputVersion'>): Promise<void> {
    const { database } = this.parts;
    await this.process.step('job');
    const work = (tx: SimTransaction) => this.triageCase.execute(tx, { ...job, reason: null });
    await inTransaction(database, this.process, work).catch(() => undefined);
  }

  private async drain(lane: Lane, source: Source): Promise<void> {
    const name = `${source} ${lane}`;
    this.draining.add(name);
    do {
      if (source === 'wake-up') this.again.delete(lane);
      await this.drainOnce(lane).catch(ignoreFault);
    } while (source === 'wake-up' && this.again.has(lane));
    this.draining.delete(name);
  }

  private async drainOnce(lane: Lane): Promise<void> {
    const { database, outbox, sizes } = this.parts;
    for (;;) {
      const claimed = await inTransaction(database, this.process, (tx) => outbox.claim(tx, lane, sizes.claims));
      if (claimed.length === 0) return;
      await this.process.step('claimed');
      const left = await this.workAll(claimed, database.now + LEASE_MS / 2);
      if (left.length > 0) await inTransaction(database, this.process, (tx) => outbox.release(tx, left));
    }
  }

  /** What is not begun while half of the lease is left goes back. */
  private async workAll(claimed: readonly WorkRow[], until: number): Promise<WorkRow[]> {
    const { database, sizes } = this.parts;
    const left: WorkRow[] = [];
    for (let at = 0; at < claimed.length; at += sizes.proposals) {
      const group = claimed.slice(at, at + sizes.proposals);
      if (database.now > until) left.push(...group);
      else if (!(await this.together(group))) for (const message of group) await this.alone(message);
    }
    return left;
  }

  /** `false`, and nothing written, when any of them stands in the way. One alone is worked as such. */
  private async together(group: readonly WorkRow[]): Promise<boolean> {
    if (group.length === 1) return false;
    return this.work(group).then(
      () => true,
      () => false,
    );
  }

  private async alone(message: WorkRow): Promise<void> {
    if (this.parts.outbox.isSpent(message)) return this.settle((tx) => this.handOver(tx, message, 'attempts_spent'));
    await this.work([message]).catch((error: unknown) => this.settle((tx) => this.record(tx, message, error)));
  }

  /** Those that are still this worker's, their work and their being done in one transaction. */
  private async work(messages: readonly WorkRow[]): Promise<void> {
    const { database, outbox } = this.parts;
    await inTransaction(database, this.process, async (tx) => {
      const held = await outbox.hold(tx, messages);
      if (held.length === 0) return;
      const inOrder = [...held].sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
      for (const message of inOrder) await this.triageCase.execute(tx, message);
      await outbox.complete(tx, held);
    });
  }

  private async record(tx: SimTransaction, message: WorkRow, error: unknown): Promise<void> {
    const { outbox } = this.parts;
    if (error instanceof ConnectionLost || error instanceof Deadlock)
      await outbox.release(tx, [message], DATABASE_PAUSE_MS);
    else if (outbox.isLastTry(message)) await this.handOver(tx, message, (error as Error).name);
    else await outbox.postpone(tx, message);
  }

  /** The case stays in the human queue, untriaged, and says why. */
  private async handOver(tx: SimTransaction, message: WorkRow, code: string): Promise<void> {
    const { outbox, tables, audit, database } = this.parts;
    await outbox.abandon(tx, message, code);
    await tx.statement('open case');
    const found = await tables.cases.lock(tx, message.caseId);
    if (found === undefined) return;
    tables.cases.write(tx, found.id, { ...found, triageFailure: code, version: found.version + 1 });
    const about = { referralId: found.referralId, caseId: found.id, fromState: found.state, toState: found.state };
    const actor = engineActor(asId(AUTHORITY));
    await audit.append(tx, [{ action: 'case.triage_failed', actor, occurredAt: new Date(database.now), ...about }]);
  }

  /** A message that another worker holds by now is no longer this one's to judge; a fault leaves it to its lease. */
  private async settle(work: (tx: SimTransaction) => Promise<void>): Promise<void> {
    await inTransaction(this.parts.database, this.process, work).catch(ignoreFault);
  }
}

function ignoreFault(error: unknown): void {
  if (error instanceof ConnectionLost || error instanceof Deadlock || error instanceof StaleClaim) return;
  throw error;
}
