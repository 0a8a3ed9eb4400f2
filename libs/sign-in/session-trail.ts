import { Inject, Injectable } from '@nestjs/common';
import { type AuditAction, AuditTrail } from '#audit';
import type { Actor, Clock } from '#domain';
import { CLOCK, type Tx } from '#platform';

/** Who ended a session that its person did not sign out of. */
export type EndedBy = 'person' | 'issuer' | 'sign_in';

/** What happens to sessions, in the audit trail, and when. */
@Injectable()
export class SessionTrail {
  constructor(
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async note(tx: Tx, action: AuditAction, actor: Actor, details: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.append(tx, [{ action, actor, occurredAt: this.now(), details }]);
  }

  async noteEnded(tx: Tx, ended: readonly { id: string; actor: Actor }[], by: EndedBy): Promise<void> {
    if (ended.length === 0) return;
    const occurredAt = this.now();
    await this.audit.append(
      tx,
      ended.map(({ id, actor }) => ({ action: 'session.ended', actor, occurredAt, details: { session: id, by } })),
    );
  }
}
