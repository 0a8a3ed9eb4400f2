import { Injectable } from '@nestjs/common';
import { CaseGate } from '#case-access';
import { type Actor, type Case, type CaseId, DomainError } from '#domain';
import type { Tx } from '#platform';
import { type HeldCase, holdCases } from '../store/message-facts.query.ts';
import { type CaseMessage, messageOfCase } from '../store/message-list.query.ts';

export interface MessageQuestion {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly deliveryId: string;
}

export interface OpenedMessage {
  readonly found: Case;
  readonly message: CaseMessage;
  /** The case, or all of the referral where the message is about that. */
  readonly cases: readonly HeldCase[];
}

/** A message that did not go out by itself, in the hands of somebody who sees to it. */
@Injectable()
export class HeldMessage {
  constructor(private readonly gate: CaseGate) {}

  /** @throws DomainError `not_found`, `not_allowed`, or `action_not_available` for one that is on its way or arrived. */
  async open(tx: Tx, { actor, caseId, deliveryId }: MessageQuestion): Promise<OpenedMessage> {
    const found = await this.gate.read(tx, actor, caseId, 'case.move');
    const cases = await holdCases(tx, [{ caseId: null, referralId: found.referralId }]);
    const message = await messageOfCase(tx, found, deliveryId);
    if (message === null) throw new DomainError('not_found', 'There is no message with this id for you.');
    const isOpen = message.state === 'withheld' || message.state === 'failed';
    if (isOpen && message.contactedAt === null) return { found, message, cases };
    throw new DomainError('action_not_available', 'This message does not wait for anybody.');
  }
}
