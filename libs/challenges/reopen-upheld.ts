import { Injectable } from '@nestjs/common';
import { CaseStore } from '#case-access';
import { CaseClocks } from '#clocks';
import { type Actor, type Case, stateAfter } from '#domain';
import type { Tx } from '#platform';

/** Brings a case back to be decided anew because somebody upheld a challenge; one that is back already is left as it is. */
@Injectable()
export class ReopenUpheld {
  constructor(
    private readonly store: CaseStore,
    private readonly clocks: CaseClocks,
  ) {}

  async execute(tx: Tx, found: Case, actor: Actor, why: { challengeId: string; text: string }): Promise<boolean> {
    const state = stateAfter(found.state, 'uphold');
    if (state === null) return false;
    const nextDueAt = await this.clocks.on(tx, found, 'reopened', this.store.now());
    const changes = { state, nextDueAt, claimedBy: null, claimedByName: null, claimedAt: null };
    const details = { move: 'uphold', challengeId: why.challengeId };
    await this.store.change(tx, found, changes, { action: 'case.moved', actor, reason: why.text, details });
    return true;
  }
}
