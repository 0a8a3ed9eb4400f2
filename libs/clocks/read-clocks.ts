import { Injectable } from '@nestjs/common';
import { type CaseClockDefinition, profileOf } from '#nation-packs';
import type { Tx } from '#platform';
import type { CaseClock, ClockOwner } from './case-clock.ts';
import { ClockRepository } from './store/clock.repository.ts';
import { EscalationRepository, type TakenStep } from './store/escalation.repository.ts';
import { PauseRepository, type PauseOfClock } from './store/pause.repository.ts';

/** A clock with everything that is known of it; what people wrote is opened. */
export interface ClockDetail {
  readonly clock: CaseClock;
  /** Null for a kind that the authority no longer runs. */
  readonly definition: CaseClockDefinition | null;
  readonly pauses: readonly PauseOfClock[];
  readonly steps: readonly TakenStep[];
}

/** Shows the clocks of a case; the caller has checked who asks. */
@Injectable()
export class ReadClocks {
  constructor(
    private readonly clocks: ClockRepository,
    private readonly pauses: PauseRepository,
    private readonly escalations: EscalationRepository,
  ) {}

  async execute(tx: Tx, owner: ClockOwner): Promise<ClockDetail[]> {
    const { caseClocks } = profileOf(owner.authorityId);
    const clocks = await this.clocks.ofCaseOpened(tx, owner);
    const pauses = await this.pauses.ofCase(tx, owner);
    const steps = await this.escalations.ofCase(tx, owner.id);
    return clocks.map((clock) => ({
      clock,
      definition: caseClocks.get(clock.kind) ?? null,
      pauses: pauses.filter(({ clockId }) => clockId === clock.id),
      steps: steps.filter(({ clockId }) => clockId === clock.id),
    }));
  }
}
