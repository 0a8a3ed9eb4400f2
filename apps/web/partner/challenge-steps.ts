import { Injectable } from '@nestjs/common';
import { EndChallenge, EscalateChallenge } from '#challenges';
import { type Actor, DomainError } from '#domain';
import type { Step } from './challenge.presenter.ts';

export interface WantedStep {
  readonly actor: Actor;
  readonly challengeId: string;
  readonly text: string;
  readonly immediateRisk: boolean;
  readonly toStage: number | null;
}

/** Takes a step of the agency in a challenge. */
@Injectable()
export class ChallengeSteps {
  constructor(
    private readonly escalateChallenge: EscalateChallenge,
    private readonly endChallenge: EndChallenge,
  ) {}

  /** `false` where the challenge has moved on meanwhile. @throws DomainError as the step itself. */
  async take(step: Step, wanted: WantedStep): Promise<boolean> {
    const { actor, challengeId, text } = wanted;
    try {
      if (step === 'escalate') await this.escalateChallenge.execute(wanted);
      else {
        const as = step === 'accept' ? 'accepted' : 'withdrawn';
        await this.endChallenge.execute({ actor, challengeId, text, as });
      }
      return true;
    } catch (error: unknown) {
      const isOver = error instanceof DomainError && ['action_not_available', 'validation_failed'].includes(error.code);
      if (!isOver) throw error;
      return false;
    }
  }
}
