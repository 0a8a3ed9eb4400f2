import type { CaseId, Lane } from '#domain';
import { LAPSED_TOGETHER, MAX_ATTEMPTS } from '#outbox';
import { UniqueViolation } from '../database/errors.ts';
import type { SimTransaction } from '../database/sim-database.ts';
import type { Defences } from './defences.ts';
import type { Tables, WorkRow } from './rows.ts';

/** The claim lapsed and another worker took the message over. */
export class StaleClaim extends Error {
  override readonly name = 'StaleClaim';
}

/** As in libs/outbox: longer than a lease, because what is held is taken by nobody. */
const FROZEN_AFTER_MS = 3_000;
export const LEASE_MS = 2_000;
export const DATABASE_PAUSE_MS = 1_000;

export interface NewWork {
  readonly lane: Lane;
  readonly caseId: CaseId | string;
  readonly inputVersion: number;
  readonly afterMs: number;
  readonly reason: string | null;
}

/** As `Outbox` of libs/outbox, statement by statement. */
export class SimOutbox {
  /** Where the cursor of the planted bug stands, by lane. */
  private readonly cursors = new Map<Lane, number>();

  constructor(
    private readonly tables: Tables,
    private readonly defences: Defences,
  ) {}

  async append(tx: SimTransaction, messages: readonly NewWork[]): Promise<void> {
    await tx.statement('append work');
    for (const { afterMs, ...work } of messages) {
      const sequence = tx.database.next('outbox_message');
      const row = { id: `work-${sequence}`, sequence, ...work, availableAt: tx.database.now + afterMs, ...NEW };
      const place = `${work.caseId} ${work.inputVersion}`;
      if (!(await this.tables.workVersions.insert(tx, place, row.id))) throw new UniqueViolation('Asked for already.');
      this.tables.work.write(tx, row.id, row);
      tx.notify(work.lane);
    }
  }

  /** One alone that was tried before; else a few whose claims lapsed; else up to `limit` new ones. */
  async claim(tx: SimTransaction, lane: Lane, limit: number): Promise<WorkRow[]> {
    await tx.statement('claim');
    tx.idleLimitMs = FROZEN_AFTER_MS;
    const { now } = tx.database;
    const inLane = this.tables.work.rows(tx).filter((row) => row.lane === lane);
    const waiting = inLane.filter((row) => isWaiting(row, now));
    const again = this.takeAgain(tx, waiting, limit);
    const fresh = again.length > 0 ? [] : this.takeFresh(tx, inLane, waiting, limit);
    const token = tx.database.next('outbox_claim_token');
    return [...again, ...fresh].map((row) => {
      const attempts = row.attempts + (again.includes(row) ? 1 : 0);
      const held = { ...row, attempts, claimToken: token, claimedUntil: now + LEASE_MS * timesHeld(attempts) };
      this.tables.work.write(tx, row.id, held);
      return { ...held, attempts: Math.max(attempts, 1) };
    });
  }

  /** Holds claimed messages until the transaction ends, and gives those that are still this worker's. */
  async hold(tx: SimTransaction, messages: readonly WorkRow[]): Promise<WorkRow[]> {
    await tx.statement('hold work');
    tx.idleLimitMs = FROZEN_AFTER_MS;
    const held: WorkRow[] = [];
    for (const message of messages) if (await this.holdOne(tx, message)) held.push(message);
    return held;
  }

  /** @throws StaleClaim when a claim is another worker's by now. */
  async complete(tx: SimTransaction, messages: readonly WorkRow[]): Promise<void> {
    await tx.statement('complete');
    for (const message of messages) await this.change(tx, message, { isDone: true });
  }

  /** Gives messages back as if they had not been claimed; those lost meanwhile stay. */
  async release(tx: SimTransaction, messages: readonly WorkRow[], pauseMs = 0): Promise<void> {
    const availableAt = tx.database.now + pauseMs;
    await tx.statement('release');
    for (const message of messages) {
      if ((await this.holdOne(tx, message)) === null) continue;
      await this.change(tx, message, { claimedUntil: null, attempts: message.attempts - 1, availableAt });
    }
  }

  async postpone(tx: SimTransaction, message: WorkRow): Promise<void> {
    const availableAt = tx.database.now + 2 ** (message.attempts - 1) * 250;
    await this.settle(tx, message, { claimedUntil: null, attempts: message.attempts, availableAt });
  }

  async abandon(tx: SimTransaction, message: WorkRow, failure: string): Promise<void> {
    await this.settle(tx, message, { failure });
  }

  isSpent({ attempts }: WorkRow): boolean {
    return attempts > MAX_ATTEMPTS;
  }

  isLastTry({ attempts }: WorkRow): boolean {
    return attempts >= MAX_ATTEMPTS;
  }

  private async settle(tx: SimTransaction, message: WorkRow, changes: Partial<WorkRow>): Promise<void> {
    await tx.statement('settle');
    tx.idleLimitMs = FROZEN_AFTER_MS;
    await this.change(tx, message, changes);
  }

  private async change(tx: SimTransaction, message: WorkRow, changes: Partial<WorkRow>): Promise<void> {
    const row = await this.holdOne(tx, message);
    if (row === null) throw new StaleClaim('Another worker holds this message now.');
    this.tables.work.write(tx, row.id, { ...row, ...changes });
  }

  /** `null` when its token no longer fits, or it is settled. */
  private async holdOne(tx: SimTransaction, message: WorkRow): Promise<WorkRow | null> {
    const row = await this.tables.work.lock(tx, message.id);
    if (row === undefined) return null;
    const isMine = row.claimToken === message.claimToken && !row.isDone && row.failure === null;
    return isMine || !this.defences.fencing ? row : null;
  }

  /** Oldest first, without those that somebody else holds. */
  private take(tx: SimTransaction, rows: readonly WorkRow[], limit: number): WorkRow[] {
    const taken: WorkRow[] = [];
    for (const { id } of rows) {
      if (taken.length === limit) break;
      const row = this.tables.work.lockUnlessHeld(tx, id);
      if (row !== undefined) taken.push(row);
    }
    return taken;
  }

  private takeAgain(tx: SimTransaction, waiting: readonly WorkRow[], limit: number): WorkRow[] {
    const tried = this.take(
      tx,
      waiting.filter(({ attempts }) => attempts > 0),
      1,
    );
    const lapsed = waiting.filter(({ attempts, claimedUntil }) => attempts === 0 && claimedUntil !== null);
    return tried.length > 0 ? tried : this.take(tx, lapsed, Math.min(limit, LAPSED_TOGETHER));
  }

  /** By state; or, where that is taken away, as a relay that polls `id > last`. */
  private takeFresh(tx: SimTransaction, inLane: readonly WorkRow[], waiting: readonly WorkRow[], limit: number) {
    if (this.defences.claimsByState)
      return this.take(
        tx,
        waiting.filter((row) => !wasTried(row)),
        limit,
      );
    const lane = inLane[0]?.lane ?? 'standard';
    const after = this.cursors.get(lane) ?? 0;
    const taken = this.take(
      tx,
      inLane.filter(({ sequence }) => sequence > after),
      limit,
    );
    const last = taken.at(-1)?.sequence ?? after;
    tx.whenCommitted(() => this.cursors.set(lane, Math.max(last, this.cursors.get(lane) ?? 0)));
    return taken.filter((row) => !row.isDone);
  }
}

/** What ends its workers does not end all of them at once. */
function timesHeld(attempts: number): number {
  return 4 ** Math.min(Math.max(attempts - 3, 0), 2);
}

function wasTried({ attempts, claimedUntil }: WorkRow): boolean {
  return attempts > 0 || claimedUntil !== null;
}

const NEW = { attempts: 0, claimToken: null, claimedUntil: null, isDone: false, failure: null } as const;

function isWaiting({ isDone, failure, availableAt, claimedUntil }: WorkRow, now: number): boolean {
  return !isDone && failure === null && availableAt <= now && (claimedUntil === null || claimedUntil < now);
}
