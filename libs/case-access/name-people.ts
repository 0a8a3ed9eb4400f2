import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { RestrictedReferral } from './restricted-referral.ts';

export interface NamingRequest {
  readonly actor: Actor;
  readonly reference: string;
  readonly personId: string;
  readonly reason: string;
}

/** Who is named on a restricted referral: one more, or one fewer. */
@Injectable()
export class NamePeople {
  constructor(
    private readonly database: Database,
    private readonly restricted: RestrictedReferral,
  ) {}

  /** @throws DomainError `not_found`, or `validation_failed` for somebody who has never signed in. */
  add({ actor, reference, personId, reason }: NamingRequest): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const held = await this.restricted.holdRestricted(tx, actor, reference);
      const before = await this.restricted.access.namedOn(tx, held.id);
      await this.restricted.requirePeople(tx, actor, [personId, ...before]);
      await this.restricted.access.name(tx, held.cases, [personId], actor.id);
      const details = { personId };
      await this.restricted.record(tx, held, { action: 'case.access_given', actor, reason, details });
    });
  }

  /** @throws DomainError `not_found`, `validation_failed` for somebody who is not named, or `nobody_left_to_decide`. */
  remove({ actor, reference, personId, reason }: NamingRequest): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const held = await this.restricted.holdRestricted(tx, actor, reference);
      const before = await this.restricted.access.namedOn(tx, held.id);
      if (!before.includes(personId)) throw notNamed();
      const left = before.filter((id) => id !== personId);
      await this.restricted.requirePeople(tx, actor, left);
      const details = { personId };
      await this.restricted.record(tx, held, { action: 'case.access_removed', actor, reason, details });
      await this.restricted.access.close(tx, held.cases, personId);
    });
  }
}

function notNamed(): DomainError {
  return new DomainError('validation_failed', 'Nobody with this id is named here.', [
    { pointer: '/personId', message: 'Must be the id of somebody who is named.' },
  ]);
}
