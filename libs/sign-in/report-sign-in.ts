import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import { Database } from '#platform';
import { Vault } from '#vault';
import type { Session } from './session.ts';
import { SessionTrail } from './session-trail.ts';
import { SignInReportRow } from './store/sign-in-report.entity.ts';
import { SessionRepository } from './store/session.repository.ts';

export const SEALED_REPORT = 'sign_in_report.report';
const MOST_CHARACTERS = 2_000;

/**
 * A person says that somebody else signed in under their name. Every session but the one in hand ends at once; managers
 * and auditors read the report.
 */
@Injectable()
export class ReportSignIn {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly sessions: SessionRepository,
    private readonly trail: SessionTrail,
  ) {}

  /** @throws DomainError `validation_failed` for a report that says nothing or more than 2,000 characters. */
  async execute({ id: own, actor }: Session, text: string): Promise<void> {
    if (text.trim() === '' || text.length > MOST_CHARACTERS) {
      const fault = { pointer: '/report', message: 'Say in up to 2,000 characters what you noticed.' };
      throw new DomainError('validation_failed', 'The report cannot be taken like this.', [fault]);
    }
    const now = this.trail.now();
    const { authorityId, id: personId } = actor;
    const id = randomUUID();
    const report = this.vault.sealSecret(SEALED_REPORT, id, text);
    await this.database.inTransaction(actor, async (tx) => {
      const row = { id, authorityId, personId, personName: actor.name, reportedAt: now, report };
      await tx.getRepository(SignInReportRow).insert(row);
      const others = (await this.sessions.running(tx, actor, now)).filter((session) => session.id !== own);
      for (const other of others) await this.sessions.end(tx, { authorityId, personId, id: other.id }, now);
      const details = { report: id, session: own, ended: others.map((other) => other.id) };
      await this.trail.note(tx, 'person.reported_sign_in', actor, details);
    });
  }
}
