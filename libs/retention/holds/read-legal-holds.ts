import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { HeldReferral } from './held-referral.ts';
import type { LegalHolds } from './legal-hold.ts';

/**
 * Which legal holds a referral has or had, and whether one is suggested.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class ReadLegalHolds {
  constructor(
    private readonly database: Database,
    private readonly held: HeldReferral,
  ) {}

  execute(actor: Actor, reference: string): Promise<LegalHolds> {
    return this.database.inTransaction(actor, async (tx) =>
      this.held.standing(tx, await this.held.find(tx, actor, reference, 'disposal.read')),
    );
  }
}
