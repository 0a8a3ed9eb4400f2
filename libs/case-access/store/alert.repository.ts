import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { AlertKind } from '../unusual-access.ts';
import { AlertRow } from './alert.entity.ts';

export type AlertState = 'open' | 'acknowledged';

/** An alert as a manager sees it, with the cases that are open to that manager. */
export interface Alert extends Readonly<Omit<AlertRow, 'authorityId' | 'caseIds'>> {
  readonly cases: readonly { readonly id: string; readonly reference: string }[];
}

export interface NewAlert {
  readonly kind: AlertKind;
  readonly actor: Actor;
  readonly caseIds: readonly string[];
  readonly breakGlassId?: string;
  readonly at: Date;
}

@Injectable()
export class AlertRepository {
  /** Raises an alert unless the same one was raised within the hour: somebody who reads on is one matter, not fifty. */
  async raise(tx: Tx, { kind, actor, caseIds, breakGlassId, at }: NewAlert): Promise<void> {
    const values = [randomUUID(), actor.authorityId, kind, actor.id, actor.name, caseIds, breakGlassId ?? null, at];
    await execute(tx, RAISE, values);
  }

  /**
   * The different cases that this person looked at in the hour before; none where the managers have been told of that
   * hour already, so that the more somebody looks, the less it costs.
   */
  async casesViewedInHour(tx: Tx, actor: Actor, now: Date): Promise<string[]> {
    const rows = await sql<{ id: string }>(tx, VIEWED, [actor.authorityId, actor.id, now]);
    return rows.map(({ id }) => id);
  }

  /** Newest first; none about the manager who asks, none about records hidden from them. */
  list(tx: Tx, manager: Actor, asked: AlertQuestion): Promise<Alert[]> {
    const { state, after, limit } = asked;
    return sql<Alert>(tx, LIST, [manager.authorityId, manager.id, state, after, limit]);
  }

  /** The alert, held until the transaction ends; `null` where `list` would not show it to this manager. */
  async open(tx: Tx, manager: Actor, id: string): Promise<Alert | null> {
    await execute(tx, 'SELECT 1 FROM alert WHERE id = $1 FOR UPDATE', [id]);
    const [row] = await sql<Alert>(tx, ONE, [manager.authorityId, manager.id, id]);
    return row ?? null;
  }

  async acknowledge(
    tx: Tx,
    id: string,
    by: Pick<AlertRow, 'acknowledgedBy' | 'acknowledgedByName' | 'acknowledgedAt' | 'note'>,
  ): Promise<void> {
    await tx.getRepository(AlertRow).update({ id }, by);
  }
}

export interface AlertQuestion {
  readonly state: AlertState | null;
  /** Id of the last alert of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

const RAISE = `INSERT INTO alert (id, authority_id, kind, person_id, person_name, case_ids, break_glass_id, raised_at)
  SELECT $1::uuid, $2::text, $3::text, $4::text, $5, $6::uuid[], $7, $8::timestamptz
  WHERE $7::uuid IS NOT NULL OR NOT EXISTS (SELECT 1 FROM alert a
    WHERE a.authority_id = $2 AND a.person_id = $4 AND a.kind = $3 AND a.raised_at > $8::timestamptz - interval '1 hour'
      AND ($3 = 'many_look_ups' OR a.case_ids = $6))`;
const VIEWED = `SELECT DISTINCT case_id AS id FROM audit_event
  WHERE authority_id = $1 AND actor_id = $2 AND chain_id IS NULL AND occurred_at > $3::timestamptz - interval '1 hour'
    AND action IN ('case.viewed', 'case.explained', 'case.trail_viewed', 'case.printed', 'case.chronology_viewed',
      'chronology.exported', 'case.family_viewed', 'case.candidates_viewed') AND case_id IS NOT NULL AND NOT details ? 'through'
    AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.authority_id = $1 AND a.person_id = $2 AND a.kind = 'many_look_ups'
      AND a.raised_at > $3::timestamptz - interval '1 hour')`;
const SEEN = `SELECT a.id, a.kind, a.person_id AS "personId", a.person_name AS "personName",
    a.break_glass_id AS "breakGlassId", a.raised_at AS "raisedAt", a.acknowledged_by AS "acknowledgedBy",
    a.acknowledged_by_name AS "acknowledgedByName", a.acknowledged_at AS "acknowledgedAt", a.note, c.cases
  FROM alert a CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'reference', reference) ORDER BY reference), '[]') AS cases
    FROM case_record WHERE id = ANY(a.case_ids)) c
  WHERE a.authority_id = $1 AND a.person_id <> $2
    AND (a.kind = 'break_glass' OR jsonb_array_length(c.cases) > 0)`;
const ONE = `${SEEN} AND a.id = $3`;
const LIST = `${SEEN} AND ($3::text IS NULL OR ($3 = 'open') = (a.acknowledged_at IS NULL))
    AND ($4::uuid IS NULL OR (a.raised_at, a.id) < (SELECT l.raised_at, l.id FROM alert l WHERE l.id = $4))
  ORDER BY a.raised_at DESC, a.id DESC LIMIT $5`;
