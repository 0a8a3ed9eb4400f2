import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, Case, CaseId } from '#domain';
import { SentReferrals } from '#intake';
import { Database, type Tx } from '#platform';
import type { Challenge } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';
import { readsForAuthority } from './list-challenges.ts';

/** The challenges about one case, or about the cases of one referral; an agency learns of none that is a family's. */
@Injectable()
export class ChallengesOfRecord {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly sent: SentReferrals,
    private readonly desk: ChallengeDesk,
    private readonly log: AccessLog,
  ) {}

  /** @throws DomainError `not_found` or `not_allowed`. */
  ofCase(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<Challenge[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'challenge.read');
      await this.log.viewed(tx, actor, found, { event: 'case.challenges_viewed', by: 'challenge.read', purpose });
      return this.shownTo(tx, actor, [found]);
    });
  }

  /** @throws DomainError `not_found`. */
  ofReferral(actor: Actor, reference: string, purpose: AccessPurpose | null): Promise<Challenge[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const { cases } = await this.sent.open(tx, { actor, reference, purpose });
      return this.shownTo(tx, actor, cases);
    });
  }

  private async shownTo(tx: Tx, actor: Actor, cases: readonly Case[]): Promise<Challenge[]> {
    const ids = cases.map(({ id }) => id);
    const all = await this.desk.challenges.ofCases(tx, actor.authorityId, ids);
    return readsForAuthority(actor) ? all : all.filter(({ kind }) => kind === 'professional');
  }
}
