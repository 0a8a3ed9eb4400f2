import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { SealAudit } from '#audit';
import { AddInformation, DecideCase, SignOffDecision } from '#decisions';
import { type Actor, asId, type CaseId, type CaseState, DomainError, type Lane, LANES, stateAfter } from '#domain';
import { SubmitReferral } from '#intake';
import { CrashPoints, sha256 } from '#platform';
import { DrainLane } from '#triage';
import type { TestService } from '../../support/test-service.ts';
import type { About, DecisionMade, Sending, Service, SignOffMade } from '../history/commands.ts';
import { choiceOf } from '../history/simulated-service.ts';
import { AUTHORITY, DOCUMENTS } from '../service/documents.ts';
import type { Told } from '../service/sender.ts';
import { PROCESSES, type ProcessName } from '../service/sim-service.ts';
import { managerOf, SENDER, socialWorkerOf } from '../service/staff.ts';
import { MortalProcess } from './mortal-process.ts';

interface CaseRow {
  readonly id: string;
  readonly version: number;
  readonly state: CaseState;
}

const TRIES = 100;
const AGENCY_ACTOR: Actor = { ...SENDER, agencyId: asId('larkbridge-primary') };

/** The real use cases on a real PostgreSQL, doing what a history says; time passes by moving what is stored back. */
export class RealService implements Service {
  readonly told: Told[] = [];
  private readonly doing = new Set<Promise<unknown>>();
  private readonly processes: ReadonlyMap<ProcessName, MortalProcess>;
  private sent = 0;

  constructor(
    private readonly service: TestService,
    private readonly workers: readonly INestApplicationContext[],
    private readonly name: string,
  ) {
    const contexts = [service.api, service.api, ...workers];
    this.processes = new Map(
      PROCESSES.map((name, at) => [name, new MortalProcess((contexts[at] ?? service.api).get(CrashPoints))]),
    );
  }

  submit(sending: Sending): void {
    this.sent += 1;
    this.start(this.send(sending, `${this.name} ${this.sent}`));
  }

  decide({ which, outcome, person, twice }: DecisionMade): void {
    this.withCase(which, 'decide', async ({ id, version }) => {
      const request = { caseId: asId<CaseId>(id), version, choice: choiceOf(outcome), unreadReason: null };
      const decide = (by: number) =>
        this.service.api.get(DecideCase).execute({ ...request, actor: socialWorkerOf(by) });
      await Promise.allSettled([decide(person), ...(twice ? [decide(person + 1)] : [])]);
    });
  }

  signOff({ which, outcome, person, twice }: SignOffMade): void {
    this.withCase(which, 'sign', async ({ id, version }) => {
      const request = { caseId: asId<CaseId>(id), version, reason: 'Simulated.', unreadReason: null };
      const how = outcome === 'sign' ? 'signed' : 'returned';
      const sign = (by: number) =>
        this.service.api.get(SignOffDecision).execute({ ...request, outcome: how, actor: managerOf(by) });
      await Promise.allSettled([sign(person), ...(twice ? [sign(person + 1)] : [])]);
    });
  }

  learn({ which, what }: About): void {
    const facts = what === 0 ? { 'indicator.B17': true } : { 'agreement.given': 'no' };
    this.withCase(which, null, async ({ id }) => {
      const learned = { facts, note: null, source: 'partner_agency', learnedOn: today() } as const;
      await this.service.api
        .get(AddInformation)
        .execute({ actor: socialWorkerOf(0), caseId: asId<CaseId>(id), ...learned });
    });
  }

  /** Attachments, rule sets and cut connections have fault scenarios of their own. */
  attach(): void {
    return undefined;
  }

  activate(): void {
    return undefined;
  }

  rollBack(): void {
    return undefined;
  }

  cutCommit(): void {
    return undefined;
  }

  /** No queue here: what wakes a worker is asked of it directly. */
  wake(lane: Lane): void {
    for (const worker of this.workers) this.start(worker.get(DrainLane).execute(lane));
  }

  loseWakeUps(): void {
    return undefined;
  }

  doubleWakeUps(): void {
    for (const lane of [...LANES, ...LANES]) this.wake(lane);
  }

  /** A worker that froze is to all others one whose claims have lapsed. */
  breakAfter(name: ProcessName, steps: number, end: 'kill' | 'freeze'): void {
    if (end === 'kill') this.processes.get(name)?.killAfter(Math.ceil(steps / 6));
    else this.start(this.moveBack(10_000));
  }

  thaw(name: ProcessName): void {
    this.processes.get(name)?.revive();
  }

  wait(ms: number): void {
    for (const process of this.processes.values()) process.revive();
    this.start(
      this.moveBack(ms).then(() => {
        this.doubleWakeUps();
      }),
    );
  }

  async watch(turns: number): Promise<void> {
    await sleep(turns);
  }

  /** No more faults; until nothing waits, and everything recorded is in the log. */
  async settle(): Promise<void> {
    for (const process of this.processes.values()) process.calm();
    for (let round = 0; round < 60; round += 1) {
      await this.moveBack(60_000);
      this.doubleWakeUps();
      while (this.doing.size > 0) await Promise.all(this.doing);
      const [left] = await this.service.database.query<{ waiting: number }>('admin', WAITING);
      if (left?.waiting === 0) break;
    }
    const sealer = this.workers[0]?.get(SealAudit, { strict: false });
    while ((await sealer?.execute(AUTHORITY)) === true);
  }

  private async send({ kind, key, isOther }: Sending, sending: string): Promise<void> {
    const parsed = isOther ? { ...DOCUMENTS[kind], strengths: 'Another body.' } : DOCUMENTS[kind];
    const body = Buffer.from(JSON.stringify(parsed));
    const idempotencyKey = key === null ? null : `${this.name} key-${key}`;
    const told = { sending, key: idempotencyKey, bodySha256: sha256(body) };
    const submit = this.service.api.get(SubmitReferral, { strict: false });
    for (let tries = idempotencyKey === null ? 1 : TRIES; tries > 0; tries -= 1) {
      try {
        const stored = await submit.execute({ actor: AGENCY_ACTOR, body, parsed, idempotencyKey });
        const { reference } = stored.receipt;
        this.told.push({ ...told, answer: { status: 'stored', reference, isReplay: stored.replayed } });
        return;
      } catch (error: unknown) {
        if (error instanceof DomainError && error.code === 'idempotency_key_reused') {
          this.told.push({ ...told, answer: { status: 'key_reused' } });
          return;
        }
        await sleep(10);
      }
    }
  }

  private withCase(which: number, step: 'decide' | 'sign' | null, act: (found: CaseRow) => Promise<void>): void {
    const acting = this.service.database.query<CaseRow>('admin', CASES).then(async (cases) => {
      const fitting = cases.filter(({ state }) => step !== null && stateAfter(state, step) !== null);
      const among = fitting.length === 0 ? cases : fitting;
      const found = among[which % Math.max(among.length, 1)];
      if (found !== undefined) await act(found);
    });
    this.start(acting);
  }

  /** As if so much time had passed for whatever nobody works on now. */
  private async moveBack(ms: number): Promise<void> {
    await this.service.database.query('admin', MOVE_BACK, [ms]);
  }

  /** Whatever becomes of it: a history looks at what is left behind. */
  private start(work: Promise<unknown>): void {
    const done = work
      .catch(() => undefined)
      .finally(() => {
        this.doing.delete(done);
      });
    this.doing.add(done);
  }
}

const CASES = 'SELECT id, version, state FROM case_record ORDER BY received_at DESC, id LIMIT 12';

const WAITING = 'SELECT count(*)::int AS waiting FROM outbox_message WHERE done_at IS NULL AND failed_at IS NULL';

const MOVE_BACK = `UPDATE outbox_message SET claimed_until = claimed_until - make_interval(secs => $1::float8 / 1000),
    available_at = available_at - make_interval(secs => $1::float8 / 1000)
  WHERE id IN (SELECT id FROM outbox_message WHERE done_at IS NULL AND failed_at IS NULL FOR UPDATE SKIP LOCKED)`;

/** Local day, ISO; the day before at night, which is past as well. */
function today(): string {
  return new Date(Date.now() - 7_200_000).toISOString().slice(0, 10);
}
