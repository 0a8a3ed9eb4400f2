import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { dueAt } from '#deadlines';
import { type AuthorityProfile, type CaseClockDefinition, profileOf } from '#nation-packs';
import type { Tx } from '#platform';
import type { BreachReasonCode } from './breach-reasons.ts';
import type { CaseClock, ClockOwner } from './case-clock.ts';
import { escalationSteps, nextStepAt } from './escalation-steps.ts';
import { nextDueOf } from './next-due.ts';
import { ClockRepository } from './store/clock.repository.ts';
import { ClockStanding } from './store/clock-standing.query.ts';
import { EscalationRepository } from './store/escalation.repository.ts';
import { PauseRepository } from './store/pause.repository.ts';

/** What a person does to a clock, and when. */
export interface ByPerson {
  readonly by: Actor;
  readonly at: Date;
}

/** Pauses clocks where the law lets them stand still, lets them go on, and notes why one ran out. The caller holds the case. */
@Injectable()
export class HoldClock {
  constructor(
    private readonly clocks: ClockRepository,
    private readonly pauses: PauseRepository,
    private readonly escalations: EscalationRepository,
    private readonly standing: ClockStanding,
  ) {}

  /**
   * @throws DomainError `not_found`; `action_not_available` for a clock that may not be paused, is paused or has stopped;
   * `validation_failed` for a reason that the clock's definition does not allow.
   */
  async pause(
    tx: Tx,
    owner: ClockOwner,
    clockId: string,
    request: ByPerson & { readonly reasonCode: string; readonly note: string | null },
  ): Promise<Date | null> {
    const clock = await this.running(tx, owner, clockId);
    const { pauses } = definitionOf(profileOf(owner.authorityId), clock);
    if (pauses.length === 0) throw notNow('The law does not let this clock stand still.');
    if (clock.pausedAt !== null) throw notNow('The clock stands still already.');
    if (!pauses.some(({ code }) => code === request.reasonCode)) {
      const message = `Must be one of ${pauses.map(({ code }) => code).join(', ')}.`;
      throw new DomainError('validation_failed', 'This clock may not be paused for that.', [
        { pointer: '/reason', message },
      ]);
    }
    await this.pauses.begin(tx, owner, clock, request);
    return this.placed(tx, owner);
  }

  /**
   * The clock goes on with what was left.
   * @throws DomainError `not_found`; `action_not_available` for a clock that does not stand still.
   */
  async resume(tx: Tx, owner: ClockOwner, clockId: string, { by, at }: ByPerson): Promise<Date | null> {
    const clock = await this.running(tx, owner, clockId);
    if (clock.pausedAt === null) throw notNow('The clock does not stand still.');
    await this.pauses.end(tx, clock, by, at);
    const profile = profileOf(owner.authorityId);
    const past = (await this.pauses.ofCase(tx, owner)).filter((pause) => pause.clockId === clock.id);
    const pauses = past.map(({ from, to }) => ({ from: from.getTime(), to: (to ?? at).getTime() }));
    const due = dueAt(profile.calendar, clock.rule, clock.startedAt.getTime(), { pauses });
    const times = { ...clock, dueAt: due.kind === 'due' ? new Date(due.at) : clock.dueAt };
    const steps = escalationSteps(definitionOf(profile, clock), profile.calendar, times);
    const nextEscalationAt = nextStepAt(steps, await this.escalations.taken(tx, clock.id));
    await this.clocks.goOn(tx, clock.id, times.dueAt, nextEscalationAt);
    return this.placed(tx, owner);
  }

  /**
   * Notes why a clock ran out; a later reason replaces an earlier one, and both are in the trail.
   * @throws DomainError `not_found`; `action_not_available` for a clock that was or is in time.
   */
  async explainBreach(
    tx: Tx,
    owner: ClockOwner,
    clockId: string,
    request: ByPerson & { readonly code: BreachReasonCode; readonly note: string | null },
  ): Promise<void> {
    const clock = await this.find(tx, owner, clockId);
    const until = clock.stoppedAt ?? clock.pausedAt ?? request.at;
    if (until.getTime() <= clock.dueAt.getTime()) throw notNow('The clock has not run out.');
    await this.clocks.noteBreach(tx, owner, clock.id, request);
  }

  /** @throws DomainError `not_found` for a clock of another case, `action_not_available` for one that has stopped. */
  private async running(tx: Tx, owner: ClockOwner, clockId: string): Promise<CaseClock> {
    const clock = await this.find(tx, owner, clockId);
    if (clock.stoppedAt === null) return clock;
    throw notNow('The clock has stopped.');
  }

  private async find(tx: Tx, owner: ClockOwner, clockId: string): Promise<CaseClock> {
    const clock = (await this.clocks.ofCase(tx, owner.id)).find(({ id }) => id === clockId);
    if (clock !== undefined) return clock;
    throw new DomainError('not_found', 'The case has no such clock.');
  }

  private async placed(tx: Tx, owner: ClockOwner): Promise<Date | null> {
    const nextDueAt = nextDueOf(
      profileOf(owner.authorityId),
      (await this.clocks.runningOf(tx, [owner.id])).get(owner.id) ?? [],
    );
    await this.standing.setNextDue(tx, [{ owner, nextDueAt }]);
    return nextDueAt;
  }
}

function definitionOf({ caseClocks }: AuthorityProfile, { kind }: CaseClock): CaseClockDefinition {
  return caseClocks.get(kind) ?? notHere();
}

function notHere(): never {
  throw notNow('The authority no longer runs this kind of clock.');
}

function notNow(detail: string): DomainError {
  return new DomainError('action_not_available', detail);
}
