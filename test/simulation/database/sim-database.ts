import { ConnectionLost, Deadlock, OutcomeUnknown } from './errors.ts';

/** Who talks to the database. A step waits for its turn, which may never come: its process may freeze or die. */
export interface Session {
  step(label: string): Promise<void>;
}

/** Something that one transaction at a time may hold until it ends: a row, an entry of a unique index, an advisory lock. */
export interface Holdable {
  holder: SimTransaction | null;
  /** Makes what was written visible, or forgets it. */
  end(isCommitted: boolean): void;
}

/** What becomes of the next commit when its connection is cut. */
export type Cut = 'before' | 'after';

/**
 * PostgreSQL, as far as the protocol leans on it: READ COMMITTED, where a statement sees what was committed when it
 * began; row locks that are waited for or skipped; unique keys that wait for a twin in flight; transaction ids in order
 * of the first write and commits in any order; deadlocks found; transactions that idle too long cut off.
 */
export class SimDatabase {
  /** The server's clock, in milliseconds. */
  now: number;
  readonly running = new Set<SimTransaction>();
  /** Called with what a committed transaction notifies of. */
  onNotice: (notice: string) => void = () => undefined;
  cutNextCommit: Cut | null = null;
  /** How many transactions have committed: the only order that counts. */
  commits = 0;
  private readonly advisory = new Map<string, Holdable>();
  private readonly sequences = new Map<string, number>();
  private nextXid = 1;

  constructor(startsAt: number) {
    this.now = startsAt;
  }

  /** Not transactional, as in PostgreSQL: numbers are given out in order, and committed in any. */
  next(sequence: string): number {
    const value = (this.sequences.get(sequence) ?? 0) + 1;
    this.sequences.set(sequence, value);
    return value;
  }

  assignXid(): number {
    return this.nextXid++;
  }

  /** The oldest transaction that may still be running, as a snapshot taken now says. */
  oldestRunning(): number {
    let oldest = this.nextXid;
    for (const { xid } of this.running) if (xid !== null && xid < oldest) oldest = xid;
    return oldest;
  }

  advisoryLock(name: string): Holdable {
    const found = this.advisory.get(name);
    if (found !== undefined) return found;
    const made: Holdable = { holder: null, end: () => undefined };
    this.advisory.set(name, made);
    return made;
  }

  /** Lets time pass, and cuts off whoever idled in a transaction for too long. */
  advance(ms: number): void {
    this.now += ms;
    for (const tx of [...this.running]) if (this.now - tx.lastAt >= tx.idleLimitMs) tx.abort();
  }
}

/** Settings of the service's connections (create-data-source.ts). */
const IDLE_LIMIT_MS = 10_000;

export class SimTransaction {
  xid: number | null = null;
  idleLimitMs = IDLE_LIMIT_MS;
  lastAt: number;
  private isOver = false;
  private readonly held: Holdable[] = [];
  private readonly notices = new Set<string>();
  private readonly onCommitted: (() => void)[] = [];
  private waitingFor: SimTransaction | null = null;
  private readonly ended: Promise<void>;
  private tellEnded: () => void = () => undefined;

  constructor(
    readonly database: SimDatabase,
    private readonly session: Session,
  ) {
    this.lastAt = database.now;
    this.ended = new Promise((resolve) => {
      this.tellEnded = resolve;
    });
    database.running.add(this);
  }

  /** One statement: waits for its turn, then sees what is committed at that moment. */
  async statement(label: string): Promise<void> {
    await this.session.step(label);
    this.requireOpen();
    this.lastAt = this.database.now;
  }

  isOf(session: Session): boolean {
    return this.session === session;
  }

  notify(notice: string): void {
    this.notices.add(notice);
  }

  /** Its id, from the first write on. */
  get id(): number {
    this.xid ??= this.database.assignXid();
    return this.xid;
  }

  /** For those who look on from outside: what became visible with this commit. */
  whenCommitted(tell: () => void): void {
    this.onCommitted.push(tell);
  }

  /** Waits until nobody else holds it; the next look shows what they left. */
  async hold(wanted: Holdable): Promise<void> {
    while (wanted.holder !== null && wanted.holder !== this) await this.waitFor(wanted.holder);
    this.take(wanted);
  }

  /** As `hold`, or `false` at once where somebody else holds it. */
  tryHold(wanted: Holdable): boolean {
    if (wanted.holder !== null && wanted.holder !== this) return false;
    this.take(wanted);
    return true;
  }

  release(wanted: Holdable): void {
    wanted.holder = null;
    this.held.splice(this.held.indexOf(wanted), 1);
  }

  /** @throws OutcomeUnknown when the connection is cut, whether the commit got through or not. */
  async commit(): Promise<void> {
    await this.session.step('commit');
    this.requireOpen();
    const cut = this.database.cutNextCommit;
    this.database.cutNextCommit = null;
    this.end(cut !== 'before');
    if (cut !== null) throw new OutcomeUnknown('The connection was cut at the commit.');
    await this.session.step('committed');
  }

  /** Ends it without a trace: by its own rollback, or by the server when the client is gone. */
  abort(): void {
    this.end(false);
  }

  private end(isCommitted: boolean): void {
    if (this.isOver) return;
    this.isOver = true;
    this.database.running.delete(this);
    for (const each of this.held) {
      each.holder = null;
      each.end(isCommitted);
    }
    if (isCommitted) this.publish();
    this.tellEnded();
  }

  private publish(): void {
    this.database.commits += 1;
    for (const tell of this.onCommitted) tell();
    for (const notice of this.notices) this.database.onNotice(notice);
  }

  private take(wanted: Holdable): void {
    if (wanted.holder === this) return;
    // What the server has ended holds nothing any more, whatever its client still asks for.
    this.requireOpen();
    // PostgreSQL gives a transaction its id with the first row that it locks or writes.
    this.xid = this.id;
    wanted.holder = this;
    this.held.push(wanted);
  }

  private async waitFor(holder: SimTransaction): Promise<void> {
    for (let other: SimTransaction | null = holder; other !== null; other = other.waitingFor) {
      if (other === this) throw new Deadlock('Two transactions wait for one another.');
    }
    this.waitingFor = holder;
    await holder.ended;
    this.waitingFor = null;
    await this.session.step('lock free');
    this.requireOpen();
    this.lastAt = this.database.now;
  }

  private requireOpen(): void {
    if (this.isOver) throw new ConnectionLost('The transaction is over.');
  }
}

/** Runs `work` in one transaction and commits when it resolves. */
export async function inTransaction<T>(
  database: SimDatabase,
  session: Session,
  work: (tx: SimTransaction) => Promise<T>,
): Promise<T> {
  const tx = new SimTransaction(database, session);
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } catch (error: unknown) {
    tx.abort();
    throw error;
  }
}
