import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { CLOCK, Database, sql } from '#platform';
import type { BreakGlassRow } from './store/break-glass.entity.ts';

export type BreakGlassState = 'due' | 'overdue' | 'reviewed';
export type OpenedRecord = Readonly<BreakGlassRow> & { readonly state: BreakGlassState };

export interface BreakGlassQuestion {
  readonly state: BreakGlassState | null;
  /** Id of the last one of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

export interface BreakGlassPage {
  readonly items: readonly OpenedRecord[];
  readonly next: string | null;
}

/** Restricted records that were opened in need: what waits for a review first, by when it is due. */
@Injectable()
export class ListBreakGlass {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { state, after, limit }: BreakGlassQuestion): Promise<BreakGlassPage> {
    const now = this.clock.now();
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await sql<OpenedRecord>(tx, LIST, [actor.authorityId, now, state, after, limit + 1]);
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}

const LIST = `WITH judged AS (SELECT b.*, CASE WHEN b.outcome IS NOT NULL THEN 'reviewed'
      WHEN b.review_due_at < $2 THEN 'overdue' ELSE 'due' END AS state
    FROM break_glass b WHERE b.authority_id = $1)
  SELECT id, authority_id AS "authorityId", referral_id AS "referralId", reference, opened_by AS "openedBy",
    opened_by_name AS "openedByName", reason, opened_at AS "openedAt", expires_at AS "expiresAt",
    review_due_at AS "reviewDueAt", reviewed_by AS "reviewedBy", reviewed_by_name AS "reviewedByName",
    reviewed_at AS "reviewedAt", outcome, note, state
  FROM judged j
  WHERE ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR (j.outcome IS NOT NULL, j.review_due_at, j.id) > (
    SELECT l.outcome IS NOT NULL, l.review_due_at, l.id FROM judged l WHERE l.id = $4))
  ORDER BY (outcome IS NOT NULL), review_due_at, id LIMIT $5`;
