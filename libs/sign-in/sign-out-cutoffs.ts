import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, Database, sql, type Tx } from '#platform';

/** Signing out everywhere is felt everywhere after 5 s: this long a process trusts what it looked up. */
const REMEMBERED_MS = 4_000;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  /** Seconds since 1970; `null` when this person never signed out everywhere. */
  readonly notBefore: number | null;
  readonly until: number;
}

/** From when on a person's tokens count. */
@Injectable()
export class SignOutCutoffs {
  private readonly remembered = new Map<string, Remembered>();
  private readonly asking = new Map<string, Promise<number | null>>();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Tokens tell the whole second of their issue: one of the very second of the cutoff counts as older.
   * @throws DomainError `not_signed_in`; `unavailable` when PostgreSQL cannot be asked.
   */
  async requireIssuedAfter(actor: Actor, issuedAt: number): Promise<void> {
    const notBefore = await this.of(actor);
    if (notBefore !== null && issuedAt <= notBefore) {
      throw new DomainError('not_signed_in', 'The token is missing, expired or not for this service.');
    }
  }

  async set(tx: Tx, actor: Actor, notBefore: Date): Promise<void> {
    await sql(tx, SET, [actor.authorityId, actor.id, notBefore]);
    this.remembered.delete(keyOf(actor));
  }

  private async of(actor: Actor): Promise<number | null> {
    const now = this.clock.now().getTime();
    const known = this.remembered.get(keyOf(actor));
    if (known !== undefined && known.until > now) return known.notBefore;
    const asking = this.asking.get(keyOf(actor)) ?? this.ask(actor, now);
    this.asking.set(keyOf(actor), asking);
    return asking.finally(() => this.asking.delete(keyOf(actor)));
  }

  /** Once for all who ask at the same time. */
  private async ask(actor: Actor, now: number): Promise<number | null> {
    const [found] = await this.database.inTransaction(actor, (tx) =>
      sql<{ notBefore: number }>(tx, FIND, [actor.authorityId, actor.id]),
    );
    const notBefore = found?.notBefore ?? null;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(keyOf(actor), { notBefore, until: now + REMEMBERED_MS });
    return notBefore;
  }
}

function keyOf({ authorityId, id }: Actor): string {
  return `${authorityId} ${id}`;
}

const FIND = `SELECT floor(extract(epoch FROM not_before))::float8 AS "notBefore" FROM sign_in_cutoff
  WHERE authority_id = $1 AND person_id = $2`;

const SET = `INSERT INTO sign_in_cutoff (authority_id, person_id, not_before) VALUES ($1, $2, $3)
  ON CONFLICT (authority_id, person_id)
  DO UPDATE SET not_before = greatest(sign_in_cutoff.not_before, excluded.not_before)`;
