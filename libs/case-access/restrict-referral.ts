import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { RestrictedReferral } from './restricted-referral.ts';
import type { RestrictionReason } from './restriction-reason.ts';
import { RestrictionRow } from './store/restriction.entity.ts';

export interface RestrictionRequest {
  readonly actor: Actor;
  readonly reference: string;
  readonly reasonCode: RestrictionReason;
  readonly reason: string;
  /** Who keeps access, besides the manager who restricts. */
  readonly people: readonly string[];
}

/**
 * Closes a referral with every child of it to everybody but the people named and the manager. From then on it is not
 * there for others, in no list, count or search.
 * @throws DomainError `not_found`, `validation_failed`, `nobody_left_to_decide`, or `action_not_available` where it is
 * restricted already.
 */
@Injectable()
export class RestrictReferral {
  constructor(
    private readonly database: Database,
    private readonly restricted: RestrictedReferral,
  ) {}

  execute({ actor, reference, reasonCode, reason, people }: RestrictionRequest): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const held = await this.restricted.hold(tx, actor, reference);
      if (held.isRestricted) throw new DomainError('action_not_available', 'This referral is restricted already.');
      const named = await this.restricted.requirePeople(tx, actor, [...new Set([...people, actor.id])]);
      const ids = named.map(({ id }) => id);
      // Named first: PostgreSQL lets nobody close a record to themselves.
      await this.restricted.access.name(tx, held.cases, ids, actor.id);
      await this.restricted.access.mark(tx, held.cases, true);
      await tx.getRepository(RestrictionRow).insert({
        id: randomUUID(),
        authorityId: actor.authorityId,
        referralId: held.id,
        reasonCode,
        reason,
        restrictedBy: actor.id,
        restrictedByName: actor.name,
        restrictedAt: this.restricted.now(),
      });
      const details = { reasonCode, people: ids };
      await this.restricted.record(tx, held, { action: 'case.restricted', actor, reason, details });
    });
  }
}
