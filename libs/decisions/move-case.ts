import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore, requireStep } from '#case-access';
import { type Case, type CaseAction, type ClockEvent, DomainError, SETTLED_STATES } from '#domain';
import { Messages, type NewNotice } from '#messages';
import { Database } from '#platform';
import { mayTake, permissionFor } from './available-actions.ts';

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

/** What a move is to the clocks; null where it starts and stops none. */
const CLOCKS_HEAR: Readonly<Record<Move, ClockEvent | null>> = {
  gather_information: null,
  resume: null,
  hold_for_police: null,
  escalate: null,
  route: 'routed',
  accept: 'accepted',
  bounce: 'bounced',
  // The sender counts as told when the message has reached them: notifications say so.
  send_feedback: null,
  close: null,
  reopen: 'reopened',
};

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
    private readonly messages: Messages,
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
      const told = CLOCKS_HEAR[move];
      const nextDueAt = told === null ? found.nextDueAt : await this.store.clocks.on(tx, found, told, this.store.now());
      const held = comesBack ? { claimedBy: null, claimedByName: null, claimedAt: null } : {};
      const event = { action: 'case.moved', actor, reason, details: { move } } as const;
      if (move === 'send_feedback') await this.messages.queue(tx, [outcomeOf(found, this.store.now())]);
      return this.store.change(tx, found, { state, nextDueAt, ...held }, event);
    });
  }
}

/** Feedback that is sent anew, after the case came back, is another message. */
function outcomeOf({ id: caseId, authorityId, referralId, version }: Case, at: Date): NewNotice {
  return {
    authorityId,
    template: 'outcome',
    to: { kind: 'sender' },
    ...{ referralId, caseId, subjectId: null, urgent: true },
    dedupeKey: `outcome:${caseId}:${String(version)}`,
    at,
  };
}
