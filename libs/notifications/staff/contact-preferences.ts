import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError, type Language } from '#domain';
import { type ContactPoint, ContactPoints, type Digest } from '#messages';
import { CLOCK, Database, type Tx } from '#platform';

/** An address instead of the one there is; null: none any more. */
interface NewAddress {
  readonly to: string | null;
}

/** What a person says of how to be told; null leaves an address as it is. */
export interface ContactWish {
  readonly actor: Actor;
  readonly version: number;
  readonly email: NewAddress | null;
  readonly mobile: NewAddress | null;
  readonly language: Language | null;
  readonly digest: Digest;
  readonly dailyAt: string;
  readonly quietOwn: boolean;
}

/** Where and how a person is told. Each sees and changes their own. */
@Injectable()
export class ContactPreferences {
  constructor(
    private readonly database: Database,
    private readonly contactPoints: ContactPoints,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<ContactPoint> {
    return this.database.inTransaction(actor, (tx) => this.of(tx, actor));
  }

  /** @throws DomainError `record_changed`. */
  async change({ actor, version, ...wish }: ContactWish): Promise<ContactPoint> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.of(tx, actor);
      const { email, emailFrom } = wish.email === null ? found : ownEmail(wish.email);
      const mobile = wish.mobile === null ? found.mobile : wish.mobile.to;
      const saved = await this.contactPoints.save(tx, actor, { ...wish, email, emailFrom, mobile }, version);
      if (!saved) throw new DomainError('record_changed', 'These choices changed after you read them.');
      const details = { hasEmail: email !== null, hasMobile: mobile !== null, digest: wish.digest };
      const occurredAt = this.clock.now();
      await this.audit.append(tx, [{ action: 'contact_point.changed', actor, occurredAt, details }]);
      return this.of(tx, actor);
    });
  }

  /** Somebody of whom nothing is known yet is told at once, as soon as there is an address. */
  private async of(tx: Tx, { authorityId, id: personId, roles, teams }: Actor): Promise<ContactPoint> {
    const found = await this.contactPoints.find(tx, authorityId, personId);
    const nothing = { email: null, emailFrom: null, mobile: null, language: null } as const;
    const usual = { digest: 'at_once', dailyAt: '08:30', quietOwn: true, version: 0 } as const;
    return found ?? { personId, roles, teams, ...nothing, ...usual };
  }
}

function ownEmail({ to }: NewAddress): Pick<ContactPoint, 'email' | 'emailFrom'> {
  return { email: to, emailFrom: to === null ? null : 'self' };
}
