import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Actor, Case, Clock } from '#domain';
import { LearnedInformation, type RetriageReason, RetriageRequests } from '#history';
import { CLOCK, type Tx } from '#platform';

/** What is recorded, looked at again and put on the trail together when something is learned about a case. */
@Injectable()
export class InformationDesk {
  constructor(
    readonly information: LearnedInformation,
    private readonly requests: RetriageRequests,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Has the rules look again, and records what happened. Details are codes and ids. */
  async changed(tx: Tx, found: Case, actor: Actor, event: ChangeOfInformation): Promise<void> {
    const asked = await this.requests.ask(tx, found, event.because);
    const { action, record } = event;
    const details = { ...event.details, looksAgain: asked };
    const reason = event.reason === null ? {} : { reason: event.reason };
    const about = { referralId: found.referralId, caseId: found.id, occurredAt: this.now() };
    await this.audit.append(tx, [{ action, actor, ...about, details, record, ...reason }]);
  }
}

interface ChangeOfInformation {
  readonly action: 'information.added' | 'information.withdrawn';
  readonly because: RetriageReason;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly record: unknown;
}
