import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';
import type { ClockOwner } from './case-clock.ts';

/** What the emergency duty team did, and who of the day team took it over. */
export interface Handover {
  readonly actions: string;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly madeAt: Date;
  /** Null while it waits. */
  readonly acceptedByName: string | null;
  readonly acceptedAt: Date | null;
}

/** Handovers between the emergency duty team and the day team; what was done is sealed. Source: domain pack 2.7. */
@Injectable()
export class Handovers {
  constructor(private readonly vault: Vault) {}

  async make(tx: Tx, owner: ClockOwner, actions: string, by: { actor: Actor; at: Date }): Promise<void> {
    const id = randomUUID();
    const sealed = sealedUnder(await this.vault.keyOf(tx, owner), ACTIONS, id, actions);
    await execute(tx, MAKE, [id, owner.authorityId, owner.id, sealed, by.actor.id, by.actor.name, by.at]);
  }

  /** Who made the handover that waits; null when none does. */
  async waitingBy(tx: Tx, caseId: string): Promise<string | null> {
    const [row] = await sql<{ madeBy: string }>(tx, WAITING, [caseId]);
    return row?.madeBy ?? null;
  }

  async accept(tx: Tx, caseId: string, by: { actor: Actor; at: Date }): Promise<void> {
    await execute(tx, ACCEPT, [caseId, by.actor.id, by.actor.name, by.at]);
  }

  /** Oldest first, opened. */
  async ofCase(tx: Tx, owner: ClockOwner): Promise<Handover[]> {
    const rows = await sql<Handover & { id: string }>(tx, OF_CASE, [owner.id]);
    if (rows.length === 0) return [];
    const key = await this.vault.keyOf(tx, owner);
    return rows.map(({ id, actions, ...rest }) => ({ ...rest, actions: openedUnder(key, ACTIONS, id, actions) }));
  }
}

const ACTIONS = 'case_handover.actions';

const MAKE = `INSERT INTO case_handover (id, authority_id, case_id, actions, made_by, made_by_name, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const WAITING = `SELECT made_by AS "madeBy" FROM case_handover WHERE case_id = $1 AND accepted_at IS NULL`;

const ACCEPT = `UPDATE case_handover SET accepted_by = $2, accepted_by_name = $3, accepted_at = $4
  WHERE case_id = $1 AND accepted_at IS NULL`;

const OF_CASE = `SELECT id, actions, made_by AS "madeBy", made_by_name AS "madeByName", made_at AS "madeAt",
    accepted_by_name AS "acceptedByName", accepted_at AS "acceptedAt"
  FROM case_handover WHERE case_id = $1 ORDER BY made_at`;
