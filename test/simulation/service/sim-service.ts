import type { Scheduler } from 'fast-check';
import { type Case, type Lane, LANES } from '#domain';
import { SimDatabase } from '../database/sim-database.ts';
import { ApiServer, type Post } from './api-server.ts';
import { SimAuditTrail } from './audit-trail.ts';
import type { Defences } from './defences.ts';
import { STARTS_AT } from './documents.ts';
import { SimOutbox } from './outbox.ts';
import type { Parts, Sizes } from './parts.ts';
import { People } from './people.ts';
import { SimProcess } from './process.ts';
import { Tables } from './rows.ts';
import { SimRuleSets } from './rule-sets.ts';
import { Sealer } from './sealer.ts';
import { Sender, type Told } from './sender.ts';
import { Worker } from './worker.ts';

export const PROCESSES = ['api 1', 'api 2', 'worker 1', 'worker 2'] as const;
export type ProcessName = (typeof PROCESSES)[number];

const SWEEP_MS = 500;
const SEAL_MS = 250;

/** What stands in the queue: a wake-up; or the work itself, where the planted bug puts it there. */
type Job = { readonly lane: Lane; readonly work: Pick<Case, 'id' | 'inputVersion'> | null };

/**
 * The service in memory: two API processes, two workers, senders and people, over one simulated PostgreSQL. Everything
 * that happens takes its turn from fast-check's scheduler, so that a seed replays it to the letter.
 */
export class SimService {
  readonly told: Told[] = [];
  readonly parts: Parts;
  readonly people: People;
  readonly ruleSets: SimRuleSets;
  private readonly outside: SimProcess;
  private readonly apis: ApiServer[] = [];
  private readonly workers: Worker[] = [];
  private readonly senders: Sender[] = [];
  private queue: Job[] = [];
  private lastSweep = 0;
  private lastSeal = 0;

  constructor(
    private readonly scheduler: Scheduler,
    defences: Defences,
    sizes: Sizes,
  ) {
    const [database, tables] = [new SimDatabase(STARTS_AT), new Tables()];
    const outbox = new SimOutbox(tables, defences);
    this.parts = { database, tables, outbox, audit: new SimAuditTrail(tables, defences), defences, sizes };
    this.people = new People(this.parts);
    this.ruleSets = new SimRuleSets(this.parts);
    this.outside = new SimProcess('outside', scheduler);
    database.onNotice = (notice) => {
      this.hearNotice(notice);
    };
    for (const at of [0, 1]) this.start(at);
  }

  get now(): number {
    return this.parts.database.now;
  }

  /** A new sender; the same key twice is a retry as far as the service can know. */
  submit(post: Omit<Post, 'answer'>, api: number): void {
    const apiNow = (at: number): ApiServer | null => this.apis[at % 2] ?? null;
    const sender = new Sender(this.outside, post, apiNow, (told) => this.told.push(told));
    this.senders.push(sender);
    sender.send(api, this.now);
  }

  /** What a person does through an API process, whatever becomes of it. */
  act(api: number, action: (process: SimProcess) => Promise<unknown>): void {
    const process = this.apis[api % 2]?.process;
    if (process !== undefined) void action(process).catch(() => undefined);
  }

  process(name: ProcessName): SimProcess | undefined {
    const at = name.endsWith('1') ? 0 : 1;
    return (name.startsWith('api') ? this.apis[at] : this.workers[at])?.process;
  }

  /** Nothing runs, nothing waits and everything recorded is in the log. */
  get isAtRest(): boolean {
    const { database, tables } = this.parts;
    const waits = tables.work.committed().some(({ isDone, failure }) => !isDone && failure === null);
    const isSealed = tables.leaves.committed().length === tables.events.committed().length;
    return !waits && isSealed && database.running.size === 0 && this.senders.every(({ isAnswered }) => isAnswered);
  }

  /** A wake-up that nobody asked for. */
  wake(lane: Lane): void {
    this.deliver({ lane, work: null });
  }

  loseWakeUps(): void {
    this.queue = [];
  }

  doubleWakeUps(): void {
    for (const job of [...this.queue]) this.deliver(job);
  }

  /** Lets time pass: what is dead is started again, and every timer that is due goes off. */
  wait(ms: number): void {
    this.parts.database.advance(ms);
    for (const at of [0, 1]) this.restart(at);
    for (const sender of this.senders) sender.onTime(this.now);
    if (this.now - this.lastSweep >= SWEEP_MS) this.lastSweep = this.eachWorker('sweep');
    if (this.now - this.lastSeal >= SEAL_MS) this.lastSeal = this.eachWorker('seal');
  }

  /** No more faults: what is frozen goes on, and what is dead is started again. */
  calm(): void {
    this.parts.database.cutNextCommit = null;
    for (const name of PROCESSES) {
      this.process(name)?.calm();
      this.process(name)?.thaw();
    }
  }

  private eachWorker(timer: 'sweep' | 'seal'): number {
    for (const worker of this.workers) if (worker.process.isRunning) worker[timer]();
    return this.now;
  }

  private start(at: number): void {
    this.apis[at] = this.startApi(at);
    const sealer = new Sealer(this.parts);
    this.workers[at] = new Worker(this.open(`worker ${at + 1}`), this.parts, sealer);
  }

  private restart(at: number): void {
    if (this.apis[at]?.process.isDead === true) this.apis[at] = this.startApi(at);
    if (this.workers[at]?.process.isDead !== true) return;
    this.workers[at] = new Worker(this.open(`worker ${at + 1}`), this.parts, new Sealer(this.parts));
    // Nobody heard the notices of work that came before.
    for (const lane of LANES) this.deliver({ lane, work: null });
  }

  private startApi(at: number): ApiServer {
    return new ApiServer(this.open(`api ${at + 1}`), this.parts, ({ id, inputVersion }, lane) => {
      this.deliver({ lane, work: { id, inputVersion } });
    });
  }

  /** A process whose death the server notices some time later: until then it holds what it held. */
  private open(name: string): SimProcess {
    const process = new SimProcess(name, this.scheduler, () => {
      void this.outside.step(`${name} is gone`).then(() => {
        for (const tx of [...this.parts.database.running]) if (tx.isOf(process)) tx.abort();
      });
    });
    return process;
  }

  /** The relay lives in the workers: with none running nobody hears the notice. */
  private hearNotice(notice: string): void {
    const lane = LANES.find((each) => each === notice);
    if (lane === undefined) return;
    if (this.workers.some(({ process }) => process.isRunning)) this.deliver({ lane, work: null });
  }

  /** Jobs come in any order, at any time, to any worker; and not at all when the queue was emptied meanwhile. */
  private deliver(job: Job): void {
    this.queue.push(job);
    void this.outside.step(`wake-up ${job.lane}`).then(() => {
      if (!this.queue.includes(job)) return;
      this.queue = this.queue.filter((other) => other !== job);
      const awake = this.workers.filter(({ process }) => process.isRunning);
      const worker = awake[this.parts.database.commits % Math.max(awake.length, 1)];
      if (job.work === null) worker?.wake(job.lane);
      else void worker?.workJob({ caseId: job.work.id, inputVersion: job.work.inputVersion });
    });
  }
}
