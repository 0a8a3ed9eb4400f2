import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import { DecisionRepository } from '#decisions';
import { asId, type DecisionId } from '#domain';
import { Messages } from '#messages';
import type { Tx } from '#platform';
import type { HeldChallenge } from './challenge-desk.ts';

/** Whom a challenge concerns, and how the rest of the house hears of it. */
@Injectable()
export class ChallengeParties {
  constructor(
    private readonly decisions: DecisionRepository,
    readonly clocks: CaseClocks,
    readonly messages: Messages,
  ) {}

  /** Who made the decision in question, then who signed it. */
  async decidersOf(tx: Tx, { challenge, found }: HeldChallenge): Promise<string[]> {
    const { decidedBy } = await this.decisions.get(tx, found, asId<DecisionId>(challenge.decisionId));
    const signOff = await this.decisions.findSignOff(tx, found, challenge.decisionId);
    return signOff === null ? [decidedBy] : [decidedBy, signOff.signedBy];
  }
}
