import { Injectable } from '@nestjs/common';
import { type Case, type CaseAction, DomainError, SETTLED_STATES } from '#domain';
import { profileOf, startClock } from '#nation-packs';
import { Database, type Tx } from '#platform';
import { mayTake, permissionFor } from './available-actions.ts';
import { CaseGate, type CaseRequest, requireStep } from './case-gate.ts';
import { CaseStore } from './case-store.ts';

/** Steps that are no more than a move with a reason; the others have use cases of their own. */
export const MOVES = [
  'gather_information',
  'resume',
  'hold_for_police',
  'escalate',
  'route',
  'accept',
  'bounce',
  'send_feedback',
  'close',
  'reopen',
] as const satisfies readonly CaseAction[];
export type Move = (typeof MOVES)[number];

export interface MoveRequest extends CaseRequest {
  readonly move: Move;
  readonly reason: string;
}

/** Moves a case along its life cycle, with the reason on record. A case that comes back gets a clock again, until it leaves. */
@Injectable()
export class MoveCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
  ) {}

  execute(request: MoveRequest): Promise<Case> {
    const { actor, move, reason } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, permissionFor(move));
      const state = requireStep(found, move);
      if (!mayTake(move, found, actor, null)) {
        throw new DomainError('action_not_available', 'Claim the case first: only its holder takes this step.');
      }
      const comesBack = SETTLED_STATES.includes(found.state) && !SETTLED_STATES.includes(state);
      const settles = !SETTLED_STATES.includes(found.state) && SETTLED_STATES.includes(state);
      if (settles) await this.store.clocks.stop(tx, found.id, ['decide_next_steps', 'urgency'], this.store.now());
      const due = settles ? null : found.nextDueAt;
      const nextDueAt = comesBack ? await this.restartClock(tx, found) : due;
      const held = comesBack ? { claimedBy: null, claimedByName: null, claimedAt: null } : {};
      const event = { action: 'case.moved', actor, reason, details: { move } } as const;
      return this.store.change(tx, found, { state, nextDueAt, ...held }, event);
    });
  }

  private async restartClock(tx: Tx, found: Case): Promise<Date> {
    const profile = profileOf(found.authorityId);
    const clock = startClock(profile, profile.decideNextSteps, this.store.now());
    await this.store.clocks.start(tx, found, { kind: 'decide_next_steps', ...clock });
    return clock.dueAt;
  }
}
