import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock, Language, Role } from '#domain';
import { CLOCK, execute, sql, type Tx } from '#platform';
import { Vault } from '#vault';

/** How soon a person is told of what is not urgent. */
export const DIGESTS = ['at_once', 'hourly', 'daily'] as const;
export type Digest = (typeof DIGESTS)[number];

/** Where and how a member of staff wants to be told. Addresses in clear: never shown whole, never logged. */
export interface ContactPoint {
  readonly personId: string;
  readonly email: string | null;
  readonly emailFrom: 'sign_in' | 'self' | null;
  readonly mobile: string | null;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
  /** Null where the authority's own order of languages holds. */
  readonly language: Language | null;
  readonly digest: Digest;
  /** London time of a daily digest, such as `08:30`. */
  readonly dailyAt: string;
  /** Whether the person is spared messages about what they did themselves. */
  readonly quietOwn: boolean;
  readonly version: number;
}

/** What a person can say of it. */
type ContactChoice = Pick<
  ContactPoint,
  'email' | 'emailFrom' | 'mobile' | 'language' | 'digest' | 'dailyAt' | 'quietOwn'
>;

type Row = Omit<ContactPoint, 'email' | 'mobile'> & { readonly email: string | null; readonly mobile: string | null };

/** The addresses of staff, sealed. */
@Injectable()
export class ContactPoints {
  constructor(
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who signed in with which roles and, if the issuer says it, e-mail address. One that the person set themself stays. */
  async noteSignIn(tx: Tx, actor: Actor, email: string | null): Promise<void> {
    const sealed = email === null ? null : this.seal('email', actor.authorityId, actor.id, email);
    const from = email === null ? null : 'sign_in';
    const who = [actor.authorityId, actor.id, sealed, from];
    await execute(tx, NOTE, [...who, actor.roles, actor.teams, this.clock.now(), actor.name]);
  }

  async find(tx: Tx, authorityId: string, personId: string): Promise<ContactPoint | null> {
    const [row] = await sql<Row>(tx, `${SELECT} WHERE authority_id = $1 AND person_id = $2`, [authorityId, personId]);
    return row === undefined ? null : this.opened(authorityId, row);
  }

  /** Those who hold the role, in the queue's team if one is named, and have signed in since. */
  async ofRole(
    tx: Tx,
    authorityId: string,
    asked: { readonly role: string; readonly queue: string | null; readonly since: Date },
  ): Promise<ContactPoint[]> {
    const rows = await sql<Row>(tx, OF_ROLE, [authorityId, asked.role, asked.queue, asked.since]);
    return rows.map((row) => this.opened(authorityId, row));
  }

  /** False, and nothing written, when another version than this stands there; 0 is none. */
  async save(tx: Tx, actor: Actor, choice: ContactChoice, version: number): Promise<boolean> {
    const { authorityId, id } = actor;
    const email = choice.email === null ? null : this.seal('email', authorityId, id, choice.email);
    const mobile = choice.mobile === null ? null : this.seal('mobile', authorityId, id, choice.mobile);
    const said = [email, choice.emailFrom, mobile, choice.language, choice.digest, choice.dailyAt, choice.quietOwn];
    const seen = [actor.roles, actor.teams, this.clock.now()];
    return (await execute(tx, SAVE, [authorityId, id, ...said, ...seen, version])) === 1;
  }

  private opened(authorityId: string, row: Row): ContactPoint {
    const open = (kind: 'email' | 'mobile', text: string | null): string | null =>
      text === null ? null : this.vault.openSecret(`contact_point.${kind}`, `${authorityId}/${row.personId}`, text);
    return { ...row, email: open('email', row.email), mobile: open('mobile', row.mobile) };
  }

  private seal(kind: 'email' | 'mobile', authorityId: string, personId: string, text: string): string {
    return this.vault.sealSecret(`contact_point.${kind}`, `${authorityId}/${personId}`, text);
  }
}

const SELECT = `SELECT person_id AS "personId", email, email_from AS "emailFrom", mobile, roles, teams, language, digest,
    daily_at AS "dailyAt", quiet_own AS "quietOwn", version
  FROM contact_point`;

const OF_ROLE = `${SELECT} WHERE authority_id = $1 AND $2 = ANY (roles) AND ($3::text IS NULL OR $3 = ANY (teams))
  AND seen_at >= $4 AND (email IS NOT NULL OR mobile IS NOT NULL) ORDER BY person_id`;

const NOTE = `INSERT INTO contact_point AS c (authority_id, person_id, email, email_from, roles, teams, seen_at, changed_at,
    name)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)
  ON CONFLICT (authority_id, person_id) DO UPDATE SET roles = $5, teams = $6, seen_at = $7, name = $8,
    email = CASE WHEN c.email_from = 'self' THEN c.email ELSE $3 END,
    email_from = CASE WHEN c.email_from = 'self' THEN 'self' ELSE $4 END`;

const SAVE = `INSERT INTO contact_point AS c (authority_id, person_id, email, email_from, mobile, language, digest, daily_at,
    quiet_own, roles, teams, seen_at, changed_at)
  SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::boolean, $10::text[],
    $11::text[], $12::timestamptz, $12::timestamptz
  WHERE $13::integer = 0 OR EXISTS (SELECT 1 FROM contact_point WHERE authority_id = $1 AND person_id = $2)
  ON CONFLICT (authority_id, person_id) DO UPDATE SET email = $3, email_from = $4, mobile = $5, language = $6, digest = $7,
    daily_at = $8, quiet_own = $9, roles = $10, teams = $11, seen_at = $12, changed_at = $12, version = c.version + 1
  WHERE c.version = $13`;
