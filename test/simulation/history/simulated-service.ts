import type { Scheduler } from 'fast-check';
import { type Case, type CaseAction, type Lane, stateAfter } from '#domain';
import { sha256 } from '#platform';
import type { Cut } from '../database/sim-database.ts';
import type { Choice } from '../../../libs/decisions/decision-choice.ts';
import type { SimProcess } from '../service/process.ts';
import { type ProcessName, type SimService } from '../service/sim-service.ts';
import { managerOf, socialWorkerOf } from '../service/staff.ts';
import type { About, DecisionMade, Sending, Service, SignOffMade } from './commands.ts';

/** Has the simulated service do what a history says. */
export class SimulatedService implements Service {
  private sent = 0;

  constructor(
    private readonly service: SimService,
    private readonly scheduler: Scheduler,
  ) {}

  submit({ kind, key, isOther }: Sending, api: number): void {
    this.sent += 1;
    const bodySha256 = sha256(JSON.stringify([kind, isOther]));
    const post = { sending: `sending-${this.sent}`, agencyId: 'school', key: key === null ? null : `key-${key}` };
    this.service.submit({ ...post, kind, bodySha256 }, api);
  }

  decide({ which, outcome, person, twice }: DecisionMade, api: number): void {
    this.withCase(which, 'decide', (found) => {
      this.service.act(api, async (process) => {
        const reading = await this.service.people.read(process, found.id);
        const decide = (by: number): Promise<void> =>
          this.service.people.decide(process, socialWorkerOf(by), reading, choiceOf(outcome));
        if (twice) void decide(person + 1).catch(() => undefined);
        await decide(person);
      });
    });
  }

  signOff({ which, outcome, person, twice }: SignOffMade, api: number): void {
    this.withCase(which, 'sign', (found) => {
      this.service.act(api, async (process) => {
        const reading = await this.service.people.read(process, found.id);
        const sign = (by: number): Promise<void> =>
          this.service.people.signOff(process, managerOf(by), reading, outcome);
        if (twice) void sign(person + 1).catch(() => undefined);
        await sign(person);
      });
    });
  }

  learn({ which, what }: About, api: number): void {
    this.withCase(which, null, ({ id }) => {
      this.service.act(api, (process) => this.service.people.learn(process, socialWorkerOf(0), id, what));
    });
  }

  attach({ which }: About, api: number): void {
    this.withCase(which, null, ({ id }) => {
      for (const at of [api, api + 1]) {
        this.service.act(at, (process) => this.service.people.attach(process, socialWorkerOf(at), id));
      }
    });
  }

  activate(which: number, api: number): void {
    this.service.act(api, (process: SimProcess) => this.service.ruleSets.activate(process, which));
  }

  rollBack(api: number): void {
    this.service.act(api, (process: SimProcess) => this.service.ruleSets.rollBack(process));
  }

  wake(lane: Lane): void {
    this.service.wake(lane);
  }

  loseWakeUps(): void {
    this.service.loseWakeUps();
  }

  doubleWakeUps(): void {
    this.service.doubleWakeUps();
  }

  breakAfter(name: ProcessName, steps: number, end: 'kill' | 'freeze'): void {
    this.service.process(name)?.light({ steps, end });
  }

  thaw(name: ProcessName): void {
    this.service.process(name)?.thaw();
  }

  cutCommit(cut: Cut): void {
    this.service.parts.database.cutNextCommit = cut;
  }

  wait(ms: number): void {
    this.service.wait(ms);
  }

  async watch(turns: number): Promise<void> {
    for (let turn = 0; turn < turns && this.scheduler.count() > 0; turn += 1) {
      await this.scheduler.waitNext(1);
    }
  }

  /** One of those that allow the step, or any where none does: what is refused belongs to a history, too. */
  private withCase(which: number, step: CaseAction | null, act: (found: Case) => void): void {
    const cases = this.service.parts.tables.cases.committed();
    const fitting = cases.filter(({ state }) => step !== null && stateAfter(state, step) !== null);
    const among = fitting.length === 0 ? cases : fitting;
    const found = among[which % Math.max(among.length, 1)];
    if (found !== undefined) act(found);
  }
}

/** Lets everything come to rest: no more faults, and time passes until nothing is left to do. In simulated milliseconds. */
export async function settle(service: SimService, scheduler: Scheduler, withinMs: number): Promise<number> {
  service.calm();
  const from = service.now;
  for (let quiet = 0; quiet < 2 && service.now - from <= withinMs;) {
    await scheduler.waitIdle();
    quiet = service.isAtRest ? quiet + 1 : 0;
    service.wait(1_000);
  }
  await scheduler.waitIdle();
  return service.now - from;
}

/** What somebody decides, with its reasons. */
export function choiceOf(outcome: DecisionMade['outcome']): Choice {
  const why = { rationale: 'Simulated.', legalBasis: null };
  if (outcome === 'confirm') return { kind: 'confirm', ...why };
  return { kind: 'differ', outcome, urgency: 'amber', overrideReason: 'Simulated.', ...why };
}
