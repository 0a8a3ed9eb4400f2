import { Inject, Injectable } from '@nestjs/common';
import { type Clock, engineActor } from '#domain';
import { AuditTrail } from '#audit';
import { CaseRepository } from '#intake';
import { type ClaimedMessage, MAX_ATTEMPTS, Outbox } from '#outbox';
import { CLOCK, Database, type Tx } from '#platform';

/** What becomes of a case that cannot be triaged: another try, and after the last one a person's attention. */
@Injectable()
export class TriageFaults {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly cases: CaseRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A message that has been claimed too often: what keeps killing its worker must not be tried for ever. */
  isSpent(message: ClaimedMessage): boolean {
    return message.attempts > MAX_ATTEMPTS;
  }

  async record(message: ClaimedMessage, code: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      if (message.attempts < MAX_ATTEMPTS) await this.outbox.postpone(tx, message, code);
      else await this.giveUp(tx, message, code);
    });
  }

  /** The case stays on top of the human queue, untriaged, and says why the rules could not help. */
  private async giveUp(tx: Tx, message: ClaimedMessage, code: string): Promise<void> {
    await this.outbox.abandon(tx, message, code);
    const found = await this.cases.findForUpdate(tx, message.authorityId, message.caseId);
    if (found === null) return;
    await this.cases.update(tx, found, { triageFailure: code });
    await this.audit.append(tx, [
      {
        action: 'case.triage_failed',
        actor: engineActor(found.authorityId),
        occurredAt: this.clock.now(),
        referralId: found.referralId,
        caseId: found.id,
        fromState: found.state,
        toState: found.state,
        details: { code, attempts: message.attempts },
      },
    ]);
  }
}
