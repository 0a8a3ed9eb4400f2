import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError, engineActor } from '#domain';
import { AuditTrail } from '#audit';
import { CaseRepository } from '#intake';
import { type ClaimedMessage, MAX_ATTEMPTS, Outbox, StaleClaimError } from '#outbox';
import { CLOCK, Database, type Tx } from '#platform';

const DATABASE_PAUSE_MS = 1_000;

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

  /** A database that is away or busy is no fault of the message, and costs it none of its tries. */
  async record(message: ClaimedMessage, error: unknown): Promise<void> {
    const code = codeOf(error);
    await this.write(message, async (tx) => {
      if (code === 'unavailable') await this.outbox.release(tx, [message], DATABASE_PAUSE_MS);
      else if (message.attempts < MAX_ATTEMPTS) await this.outbox.postpone(tx, message, code);
      else await this.handOver(tx, message, code);
    });
  }

  async giveUp(message: ClaimedMessage, code: string): Promise<void> {
    await this.write(message, (tx) => this.handOver(tx, message, code));
  }

  /** The case stays on top of the human queue, untriaged, and says why the rules could not help. */
  private async handOver(tx: Tx, message: ClaimedMessage, code: string): Promise<void> {
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

  /** A message that another worker holds by now is no longer this one's to judge. */
  private async write({ authorityId }: ClaimedMessage, work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.database.inTransaction({ authorityId }, work);
    } catch (error: unknown) {
      if (!(error instanceof StaleClaimError)) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
