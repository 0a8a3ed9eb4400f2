import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { asId, DomainError, engineActor } from '#domain';
import { steadyFaultLog } from '#jobs';
import { authorityIds } from '#nation-packs';
import { Database, Environment, EventLog, sha256, type Tx } from '#platform';
import { BrokenSealError } from '#vault';
import { ClamdClient } from './clamd-client.ts';
import type { StoredVerdict, WaitingAttachment } from './scan-queue.ts';
import { ScanRecords } from './scan-records.ts';

/** Files of one authority in a round: the others' files wait no longer than that. */
const FILES_A_ROUND = 5;

/**
 * Has what is in quarantine scanned. An attachment leaves quarantine only by the scanner's own word, or because its bytes
 * are not what was stored; a scanner that is away, slow or at a loss is asked again later.
 */
@Injectable()
export class ScanAttachments implements BeforeApplicationShutdown {
  private readonly client: ClamdClient | null;
  private readonly stopping = new AbortController();
  private readonly onAway: (error: unknown) => void;
  private readonly onFailed: (error: unknown) => void;
  private isTold = false;
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly records: ScanRecords,
    environment: Environment,
    private readonly log: EventLog,
  ) {
    const { CLAMD_ADDRESS } = environment;
    this.client = CLAMD_ADDRESS === undefined ? null : new ClamdClient(CLAMD_ADDRESS);
    this.onAway = steadyFaultLog(log, 'attachments.scanner_away');
    this.onFailed = steadyFaultLog(log, 'attachments.scan_failed');
  }

  /** Starts a round and does not wait for its end: a scanner that hangs holds no other work up. */
  begin(): Promise<void> {
    this.running ??= this.execute()
      .catch(this.onFailed)
      .finally(() => {
        this.running = null;
      });
    return Promise.resolve();
  }

  async execute(): Promise<void> {
    if (this.client === null) {
      if (!this.isTold) this.log.info('attachments.no_scanner', { code: 'CLAMD_ADDRESS' });
      this.isTold = true;
      return;
    }
    for (const authorityId of authorityIds()) {
      for (let file = 0; file < FILES_A_ROUND; file += 1) {
        const more = !this.stopping.signal.aborted && (await this.scanNext(authorityId, this.client));
        if (!more) break;
      }
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** `false` when there is nothing to scan, or nothing to scan it with. */
  private async scanNext(authorityId: string, client: ClamdClient): Promise<boolean> {
    const { queue } = this.records;
    const waiting = await this.database.inTransaction({ authorityId }, (tx) => queue.claim(tx, authorityId));
    if (waiting === null) return false;
    const bytes = await this.database.inTransaction({ authorityId }, (tx) => this.bytesOf(tx, authorityId, waiting));
    const verdict = bytes === null ? UNREADABLE : await this.ask(client, bytes);
    await this.database.inTransaction({ authorityId }, (tx) =>
      verdict === null ? queue.putBack(tx, waiting.id) : this.settle(tx, authorityId, waiting, verdict),
    );
    return verdict !== null;
  }

  /** `null` when they are gone, or are not what was stored. */
  private async bytesOf(tx: Tx, authorityId: string, waiting: WaitingAttachment): Promise<Buffer | null> {
    const { id, referralId } = waiting;
    try {
      const bytes = await this.records.attachments.contentOf(tx, { authorityId, referralId }, id);
      return bytes !== null && sha256(bytes) === waiting.sha256 ? bytes : null;
    } catch (error: unknown) {
      if (!isLost(error)) throw error;
      this.log.fault('attachments.unreadable', error, { referralId });
      return null;
    }
  }

  /** `null` when the scanner gives no answer that counts. */
  private async ask(client: ClamdClient, bytes: Buffer): Promise<Verdict | null> {
    try {
      const scanner = await client.version(this.stopping.signal);
      const answer = await client.scan(bytes, this.stopping.signal);
      return { state: answer.state, scanner, signature: answer.state === 'infected' ? answer.signature : null };
    } catch (error: unknown) {
      this.onAway(error);
      return null;
    }
  }

  private async settle(tx: Tx, authorityId: string, waiting: WaitingAttachment, verdict: Verdict): Promise<void> {
    const { id, referralId } = waiting;
    const occurredAt = this.records.clock.now();
    if (!(await this.records.queue.settle(tx, id, verdict, occurredAt))) return;
    const details = { attachmentId: id, ...verdict };
    const actor = engineActor(asId(authorityId));
    await this.records.audit.append(tx, [{ action: 'attachment.scanned', actor, occurredAt, referralId, details }]);
  }
}

interface Verdict extends StoredVerdict {
  /** What was found, in the scanner's words. */
  readonly signature: string | null;
}

const UNREADABLE: Verdict = { state: 'unreadable', scanner: null, signature: null };

/** For good, that is: a database or a key ring that is away passes. */
function isLost(error: unknown): boolean {
  return error instanceof DomainError ? error.code === 'record_disposed' : error instanceof BrokenSealError;
}
