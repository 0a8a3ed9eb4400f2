import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Case } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';

/** What may be concluded about a sibling while one child is decided. */
export const CONSIDERATION_OUTCOMES = ['own_case_needed', 'already_open', 'no_concern', 'not_known'] as const;
export type ConsiderationOutcome = (typeof CONSIDERATION_OUTCOMES)[number];

export interface Consideration {
  readonly id: string;
  /** The sibling, as one referral mentions them. */
  readonly siblingId: string;
  readonly outcome: ConsiderationOutcome;
  readonly reason: string;
  readonly consideredBy: string;
  readonly consideredByName: string;
  readonly consideredAt: Date;
}

const REASON = 'sibling_consideration.reason';

/** That siblings were considered, case by case. The latest about a sibling counts; earlier ones stay. */
@Injectable()
export class Considerations {
  constructor(private readonly vault: Vault) {}

  async insert(tx: Tx, about: Case, consideration: Omit<Consideration, 'id'>): Promise<string> {
    const id = randomUUID();
    const key = await this.vault.keyOf(tx, about);
    const { siblingId, outcome, consideredBy, consideredByName, consideredAt } = consideration;
    const reason = sealedUnder(key, REASON, id, consideration.reason);
    const place = [id, about.authorityId, about.referralId, about.id, siblingId];
    await execute(tx, INSERT, [...place, outcome, reason, consideredBy, consideredByName, consideredAt]);
    return id;
  }

  /** Oldest first. */
  async ofCase(tx: Tx, about: Case): Promise<Consideration[]> {
    const rows = await sql<Consideration>(tx, SELECT, [about.id]);
    const key = await this.vault.keyOf(tx, about);
    return rows.map((row) => ({ ...row, reason: openedUnder(key, REASON, row.id, row.reason) }));
  }
}

const INSERT = `INSERT INTO sibling_consideration (id, authority_id, referral_id, case_id, sibling_id, outcome, reason,
    considered_by, considered_by_name, considered_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const SELECT = `SELECT id, sibling_id AS "siblingId", outcome, reason, considered_by AS "consideredBy",
    considered_by_name AS "consideredByName", considered_at AS "consideredAt"
  FROM sibling_consideration WHERE case_id = $1 ORDER BY considered_at, id`;
