import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { authorityIds, profileOf } from '#nation-packs';
import { CLOCK, CrashPoints, Database, type Tx } from '#platform';
import { escalationSteps, nextStepAt } from './escalation-steps.ts';
import { EscalationTold, type Fired } from './escalation-told.ts';
import { type DueClock, EscalationRepository } from './store/escalation.repository.ts';

/** Cases whose clocks are escalated in one transaction. */
const MOST_AT_ONCE = 25;
/** Transactions for one authority in a round, so that a backlog after a long silence does not hold up the others. */
const MOST_ROUNDS = 20;

/**
 * Takes every step of escalation that is due: notes it, records it, and tells those whom the clock's definition names.
 * What is due is found by state, never by a schedule: however long nobody looked, each step is taken once.
 */
@Injectable()
export class KeepClocks {
  constructor(
    private readonly database: Database,
    private readonly work: EscalationRepository,
    private readonly told: EscalationTold,
    private readonly crashPoints: CrashPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    for (const authorityId of authorityIds()) {
      for (let rounds = 0; rounds < MOST_ROUNDS && (await this.round(authorityId)); rounds += 1);
    }
  }

  /** Whether anything was due. */
  private round(authorityId: string): Promise<boolean> {
    const now = this.clock.now();
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const due = await this.work.claim(tx, authorityId, now, MOST_AT_ONCE);
      if (due.length === 0) return false;
      const fired: Fired[] = [];
      for (const clock of due) fired.push(...(await this.take(tx, authorityId, clock, now)));
      this.crashPoints.pass('clocks.escalated');
      await this.told.tell(tx, authorityId, fired, now);
      return true;
    });
  }

  private async take(tx: Tx, authorityId: string, clock: DueClock, now: Date): Promise<Fired[]> {
    const { caseClocks, calendar } = profileOf(authorityId);
    const definition = caseClocks.get(clock.kind);
    const steps = definition === undefined ? [] : escalationSteps(definition, calendar, clock);
    const taken = new Set(clock.taken);
    const due = steps.filter(({ stage, at }) => !taken.has(stage) && at.getTime() <= now.getTime());
    for (const step of due) {
      await this.work.note(tx, authorityId, clock, step, now);
      taken.add(step.stage);
    }
    await this.work.setNext(tx, clock.id, nextStepAt(steps, taken));
    return due.map((step) => ({ clock, step }));
  }
}
