import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { RestrictedReferral } from './restricted-referral.ts';
import type { KnownPerson } from './store/case-access.repository.ts';
import type { RestrictionRow } from './store/restriction.entity.ts';

export interface Restriction {
  readonly reference: string;
  /** `null` for a referral born restricted, because an earlier one about the same child was. */
  readonly imposed: RestrictionRow | null;
  readonly people: readonly KnownPerson[];
}

/** Why a referral is restricted, and who is named on it. */
@Injectable()
export class ReadRestriction {
  constructor(
    private readonly database: Database,
    private readonly restricted: RestrictedReferral,
  ) {}

  /** @throws DomainError `not_found`, also where nothing is restricted. */
  execute(actor: Actor, reference: string): Promise<Restriction> {
    return this.database.inTransaction(actor, async (tx) => {
      const held = await this.restricted.holdRestricted(tx, actor, reference);
      const named = await this.restricted.access.namedOn(tx, held.id);
      const known = await this.restricted.access.knownPeople(tx, actor.authorityId, named);
      const people = named.map((id) => known.find((person) => person.id === id) ?? { id, name: id, canDecide: false });
      return { reference, imposed: await this.restricted.restrictionOf(tx, held.id), people };
    });
  }
}
