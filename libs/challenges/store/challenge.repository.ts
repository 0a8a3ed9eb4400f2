import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Case } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';
import type { Challenge, ChallengeEntry, ChallengeKind, ChallengeState } from '../challenge.ts';

export type NewChallenge = Omit<
  Challenge,
  'caseReference' | 'acknowledgedAt' | 'state' | 'outcome' | 'closedAt' | 'dueAt'
>;
export type NewEntry = Omit<ChallengeEntry, 'byName' | 'byRole'>;

/** The record that a challenge hangs on, as much of it as finds its key. */
type About = Pick<Case, 'authorityId' | 'referralId'>;

export interface ChallengeQuestion {
  readonly kind: ChallengeKind | null;
  readonly state: ChallengeState | null;
  readonly stage: number | null;
  /** Only those whose clock has run out by this moment. */
  readonly overdueAt: Date | null;
  /** Id of the last one of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

const WRITTEN = 'challenge_entry.written';

/** Challenges and what was said in them, sealed. */
@Injectable()
export class ChallengeRepository {
  constructor(private readonly vault: Vault) {}

  async insert(tx: Tx, authorityId: string, made: NewChallenge): Promise<void> {
    const { id, caseId, referralId, decisionId, kind, agencyId, grounds, askedBy, askedHow, complaint } = made;
    const about = [id, authorityId, caseId, referralId, decisionId, kind, agencyId, grounds, askedBy, askedHow];
    const opened = [made.stage, made.openedBy, made.openedByName, made.openedAt];
    await execute(tx, INSERT, [...about, complaint, made.acknowledgeBy, ...opened]);
  }

  async find(tx: Tx, authorityId: string, id: string): Promise<Challenge | null> {
    const [row] = await sql<Challenge>(tx, `${SELECT} AND c.id = $2`, [authorityId, id]);
    return row ?? null;
  }

  /** Newest first. */
  ofCases(tx: Tx, authorityId: string, caseIds: readonly string[]): Promise<Challenge[]> {
    return sql<Challenge>(tx, `${SELECT} AND c.case_id = ANY ($2::uuid[]) ORDER BY c.opened_at DESC, c.id`, [
      authorityId,
      caseIds,
    ]);
  }

  /** Newest first; `agencyId` shows an agency its own alone. */
  list(tx: Tx, authorityId: string, agencyId: string | null, asked: ChallengeQuestion): Promise<Challenge[]> {
    const { kind, state, stage, overdueAt, after, limit } = asked;
    return sql<Challenge>(tx, LIST, [authorityId, agencyId, kind, state, stage, overdueAt, after, limit]);
  }

  async hasOpen(tx: Tx, caseId: string, kind: ChallengeKind): Promise<boolean> {
    return (await sql(tx, OPEN, [caseId, kind])).length > 0;
  }

  /** Moves an open challenge on; the caller holds its case. */
  async change(
    tx: Tx,
    authorityId: string,
    id: string,
    to: Pick<Challenge, 'stage' | 'state' | 'outcome' | 'closedAt'>,
  ): Promise<void> {
    const touched = await execute(tx, CHANGE, [authorityId, id, to.stage, to.state, to.outcome, to.closedAt]);
    if (touched !== 1) throw new Error('Whoever holds the case finds its challenge as they left it.');
  }

  /** Whether the complaint was not acknowledged before. */
  async acknowledge(tx: Tx, actor: Actor, id: string, at: Date): Promise<boolean> {
    return (await execute(tx, ACKNOWLEDGE, [actor.authorityId, id, at, actor.id])) === 1;
  }

  async addEntry(tx: Tx, about: Challenge, actor: Actor, entry: NewEntry): Promise<void> {
    const id = randomUUID();
    const { authorityId } = actor;
    const key = await this.vault.keyOf(tx, { authorityId, referralId: about.referralId });
    const what = [
      entry.kind,
      entry.stage,
      entry.immediateRisk,
      entry.side,
      sealedUnder(key, WRITTEN, id, entry.written),
    ];
    const who = [actor.id, actor.name, roleOf(actor), entry.at];
    await execute(tx, ADD, [id, authorityId, about.caseId, about.id, ...what, ...who]);
  }

  /** In the order in which it was said. */
  async entriesOf(tx: Tx, about: About, challengeId: string): Promise<ChallengeEntry[]> {
    const rows = await sql<ChallengeEntry & { id: string }>(tx, ENTRIES, [about.authorityId, challengeId]);
    const key = await this.vault.keyOf(tx, about);
    return rows.map(({ id, ...row }) => ({ ...row, written: openedUnder(key, WRITTEN, id, row.written) }));
  }
}

/** In which of their roles somebody speaks: the one with the most to answer for. */
function roleOf({ roles }: Actor): string {
  return (['manager', 'social_worker', 'screener'] as const).find((role) => roles.includes(role)) ?? 'referrer';
}

const INSERT = `INSERT INTO challenge (id, authority_id, case_id, referral_id, decision_id, kind, agency_id, grounds,
    asked_by, asked_how, complaint, acknowledge_by, stage, opened_by, opened_by_name, opened_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;
/** A case can be hidden from the reader, and its challenge with it. */
const SELECT = `SELECT c.id, c.case_id AS "caseId", r.reference AS "caseReference", c.referral_id AS "referralId",
    c.decision_id AS "decisionId", c.kind, c.agency_id AS "agencyId", c.grounds, c.asked_by AS "askedBy",
    c.asked_how AS "askedHow", c.complaint, c.acknowledge_by::text AS "acknowledgeBy",
    c.acknowledged_at AS "acknowledgedAt", c.stage, c.state, c.outcome, c.opened_by AS "openedBy",
    c.opened_by_name AS "openedByName", c.opened_at AS "openedAt", c.closed_at AS "closedAt", k.due_at AS "dueAt"
  FROM challenge c JOIN case_record r ON r.id = c.case_id
  LEFT JOIN case_clock k ON k.case_id = c.case_id AND k.subject_id = c.id AND k.stopped_at IS NULL
    AND k.kind IN ('challenge_stage', 'family_review')
  WHERE c.authority_id = $1`;
const LIST = `${SELECT} AND ($2::text IS NULL OR c.agency_id = $2) AND ($3::text IS NULL OR c.kind = $3)
    AND ($4::text IS NULL OR c.state = $4) AND ($5::smallint IS NULL OR c.stage = $5)
    AND ($6::timestamptz IS NULL OR k.due_at < $6)
    AND ($7::uuid IS NULL OR (c.opened_at, c.id) < (SELECT l.opened_at, l.id FROM challenge l WHERE l.id = $7))
  ORDER BY c.opened_at DESC, c.id DESC LIMIT $8`;
const OPEN = `SELECT 1 AS there FROM challenge WHERE case_id = $1 AND kind = $2 AND state = 'open'`;
const CHANGE = `UPDATE challenge SET stage = $3, state = $4, outcome = $5, closed_at = $6
  WHERE authority_id = $1 AND id = $2 AND state = 'open'`;
const ACKNOWLEDGE = `UPDATE challenge SET acknowledged_at = $3, acknowledged_by = $4
  WHERE authority_id = $1 AND id = $2 AND complaint AND acknowledged_at IS NULL`;
const ADD = `INSERT INTO challenge_entry (id, authority_id, case_id, challenge_id, position, kind, stage, immediate_risk,
    side, written, by_id, by_name, by_role, at)
  SELECT $1, $2, $3, $4, (SELECT count(*) + 1 FROM challenge_entry e WHERE e.challenge_id = $4), $5, $6, $7, $8, $9, $10,
    $11, $12, $13`;
const ENTRIES = `SELECT id, kind, stage, immediate_risk AS "immediateRisk", side, written, by_name AS "byName",
    by_role AS "byRole", at
  FROM challenge_entry WHERE authority_id = $1 AND challenge_id = $2 ORDER BY position`;
