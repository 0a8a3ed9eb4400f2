import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Actor, Clock } from '#domain';
import { CLOCK, Database, sql, type Tx } from '#platform';
import type { DecisionQuestion, FoundDecision } from './decision-question.ts';
import { findDecisions, nextAfter } from './decision-search.query.ts';

export interface DecisionPage {
  readonly decisions: readonly FoundDecision[];
  readonly next: string | null;
}

/** Something to choose among, by the code that stands in decisions. */
export interface SearchChoices {
  readonly deciders: readonly { readonly id: string; readonly name: string }[];
  /** Newest first. */
  readonly versions: readonly { readonly hash: string; readonly version: string }[];
}

/** Lines of one file; whoever needs more narrows the span. */
export const MOST_LINES = 20_000;

/**
 * Searches decisions whose record the person may see. That somebody searched is on record, and how many were shown.
 * @throws DomainError `validation_failed` for a cursor not of ours.
 */
@Injectable()
export class SearchDecisions {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  page(actor: Actor, asked: DecisionQuestion): Promise<DecisionPage> {
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await findDecisions(tx, actor.authorityId, asked);
      const decisions = rows.slice(0, asked.limit);
      await this.record(tx, actor, decisions.length);
      const last = decisions.at(-1);
      return { decisions, next: rows.length > asked.limit && last !== undefined ? nextAfter(last) : null };
    });
  }

  /** Who has decided here, and by which rule sets. */
  choices(actor: Actor): Promise<SearchChoices> {
    return this.database.inTransaction(actor, async (tx) => ({
      deciders: await sql<{ id: string; name: string }>(tx, DECIDERS, [actor.authorityId]),
      versions: await sql<{ hash: string; version: string }>(tx, VERSIONS, [actor.authorityId]),
    }));
  }

  private async record(tx: Tx, actor: Actor, shown: number): Promise<void> {
    const details = { relation: 'own_authority', purpose: null, shown };
    await this.audit.append(tx, [{ action: 'decisions.searched', actor, occurredAt: this.clock.now(), details }]);
  }
}

/** From one to the next by the index: as many steps as there are people, however many they decided. */
const DECIDERS = `WITH RECURSIVE step AS (
    (SELECT decided_by AS id FROM decision_index WHERE authority_id = $1 ORDER BY decided_by LIMIT 1)
    UNION ALL SELECT (SELECT n.decided_by FROM decision_index n WHERE n.authority_id = $1 AND n.decided_by > s.id
      ORDER BY n.decided_by LIMIT 1) FROM step s WHERE s.id IS NOT NULL)
  SELECT s.id, (SELECT n.decided_by_name FROM decision_index n WHERE n.authority_id = $1 AND n.decided_by = s.id
    ORDER BY n.decided_at DESC LIMIT 1) AS name
  FROM step s WHERE s.id IS NOT NULL ORDER BY 2`;

const VERSIONS = `WITH RECURSIVE step AS (
    (SELECT rule_set_hash AS hash FROM decision_index WHERE authority_id = $1 AND rule_set_hash IS NOT NULL
      ORDER BY rule_set_hash LIMIT 1)
    UNION ALL SELECT (SELECT n.rule_set_hash FROM decision_index n WHERE n.authority_id = $1 AND n.rule_set_hash > s.hash
      ORDER BY n.rule_set_hash LIMIT 1) FROM step s WHERE s.hash IS NOT NULL)
  SELECT s.hash, n.rule_set_version AS version FROM step s, LATERAL (
    SELECT d.rule_set_version, d.decided_at FROM decision_index d
    WHERE d.authority_id = $1 AND d.rule_set_hash = s.hash ORDER BY d.decided_at DESC LIMIT 1) n
  WHERE s.hash IS NOT NULL ORDER BY n.decided_at DESC`;
