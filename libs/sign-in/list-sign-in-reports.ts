import { Injectable } from '@nestjs/common';
import { mayEver } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { Vault } from '#vault';
import { SEALED_REPORT } from './report-sign-in.ts';
import { SignInReportRow } from './store/sign-in-report.entity.ts';

const MOST = 100;

export interface SignInReport {
  readonly id: string;
  readonly personName: string;
  readonly reportedAt: Date;
  readonly report: string;
}

/** The newest reports of sign-ins that were not the person's own, for those who read the audit trail. */
@Injectable()
export class ListSignInReports {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError `not_allowed`. */
  async execute(actor: Actor): Promise<SignInReport[]> {
    if (!mayEver(actor, 'audit.read')) throw new DomainError('not_allowed', 'Your role does not allow this.');
    const { authorityId } = actor;
    const rows = await this.database.inTransaction(actor, (tx) =>
      tx.getRepository(SignInReportRow).find({ where: { authorityId }, order: { reportedAt: 'DESC' }, take: MOST }),
    );
    return rows.map(({ id, personName, reportedAt, report }) => ({
      id,
      personName,
      reportedAt,
      report: this.vault.openSecret(SEALED_REPORT, id, report),
    }));
  }
}
