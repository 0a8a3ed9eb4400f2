import { Injectable } from '@nestjs/common';
import { relationFor } from '#access-policy';
import { type Actor, asId, type CaseId, DomainError } from '#domain';
import { Database, sql, type Tx } from '#platform';
import { type AccessEvent, accessEventsOfPerson } from './access-events.query.ts';
import { type AccessQuestion, pageOf, positionOf } from './list-access-events.ts';

/** Somebody who looked at records here. */
export interface Looker {
  readonly id: string;
  readonly name: string;
}

/** What one person looked at, with the references of the cases that the reader may see. */
export interface LooksOfPerson {
  readonly events: readonly AccessEvent[];
  readonly next: string | null;
  readonly references: ReadonlyMap<string, string>;
}

/**
 * For managers and auditors: who looks at records here, and what one of them looked at.
 * @throws DomainError `not_allowed`.
 */
@Injectable()
export class FindLooks {
  constructor(private readonly database: Database) {}

  /** Everybody who looked at anything, by name. */
  people(actor: Actor): Promise<Looker[]> {
    requireOverseer(actor);
    return this.database.inTransaction(actor, (tx) => sql<Looker>(tx, PEOPLE, [actor.authorityId]));
  }

  /** Newest first. @throws DomainError also `validation_failed` for a cursor that is not one of ours. */
  ofPerson(actor: Actor, personId: string, asked: AccessQuestion): Promise<LooksOfPerson> {
    requireOverseer(actor);
    const page = { after: positionOf(asked.after), limit: asked.limit + 1 };
    return this.database.inTransaction(actor, async (tx) => {
      const { events, next } = pageOf(await accessEventsOfPerson(tx, { ...actor, id: personId }, page), asked.limit);
      return { events, next, references: await referencesOf(tx, events) };
    });
  }

  /** The case that a reference leads to, its own or its referral's; `null` where there is none for this person. */
  async caseNamed(actor: Actor, reference: string): Promise<CaseId | null> {
    requireOverseer(actor);
    const rows = await this.database.inTransaction(actor, (tx) =>
      sql<{ id: string }>(tx, NAMED, [actor.authorityId, reference]),
    );
    return rows[0] === undefined ? null : asId<CaseId>(rows[0].id);
  }
}

function requireOverseer(actor: Actor): void {
  if (relationFor(actor, 'access.read', { authorityId: actor.authorityId }) !== null) return;
  throw new DomainError('not_allowed', 'Your role does not allow this.');
}

async function referencesOf(tx: Tx, events: readonly AccessEvent[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(events.flatMap(({ caseId }) => caseId ?? []))];
  const rows = await sql<{ id: string; reference: string }>(tx, REFERENCES, [ids]);
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}

/** From one to the next by the index of looks: as many steps as there are people, however much they looked at. */
const PEOPLE = `WITH RECURSIVE step AS (
    (SELECT actor_id AS id FROM audit_event WHERE authority_id = $1 AND chain_id IS NULL ORDER BY actor_id LIMIT 1)
    UNION ALL SELECT (SELECT n.actor_id FROM audit_event n WHERE n.authority_id = $1 AND n.chain_id IS NULL
      AND n.actor_id > s.id ORDER BY n.actor_id LIMIT 1) FROM step s WHERE s.id IS NOT NULL)
  SELECT s.id, n.actor_name AS name FROM step s, LATERAL (
    SELECT e.actor_name, e.actor_kind FROM audit_event e
    WHERE e.authority_id = $1 AND e.actor_id = s.id AND e.chain_id IS NULL
    ORDER BY e.occurred_at DESC, e.sequence DESC LIMIT 1) n
  WHERE s.id IS NOT NULL AND n.actor_kind = 'person' ORDER BY n.actor_name, s.id`;
const REFERENCES = 'SELECT id, reference FROM case_record WHERE id = ANY ($1::uuid[])';
const NAMED = `SELECT c.id FROM case_record c WHERE c.authority_id = $1 AND c.reference = $2
  UNION ALL SELECT * FROM (SELECT c.id FROM referral r JOIN case_record c ON c.referral_id = r.id
    WHERE r.authority_id = $1 AND r.reference = $2 ORDER BY c.child_index) of_referral LIMIT 1`;
