import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { Mention } from '../mentions/mention.ts';
import type { Said, Saying, Verdict } from './verdict.ts';

const REASON = 'person_verdict.reason';
const UNDO_REASON = 'person_verdict.undo_reason';

interface StoredVerdict extends Omit<Verdict, 'undone'> {
  /** Of the first mention: under its key stand the reasons. */
  readonly referralId: string;
  readonly undoneBy: string | null;
  readonly undoneByName: string | null;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
}

/**
 * What people said of two mentions. Mentions that standing verdicts of "same" tie together share one `person_id`, worked
 * out anew in the transaction of each change.
 */
@Injectable()
export class Verdicts {
  constructor(private readonly vault: Vault) {}

  /**
   * Waits for whoever gives or takes back a verdict in this authority: of two who do so at once, the second works with
   * what the first has written. Before any other lock.
   */
  async hold(tx: Tx, authorityId: string): Promise<void> {
    await sql(tx, HOLD, [`person_verdict ${authorityId}`]);
  }

  /** Every verdict on any of these mentions, standing or undone, oldest first, where both ends show to the reader. */
  async about(tx: Tx, authorityId: string, mentionIds: readonly string[]): Promise<Verdict[]> {
    const rows = await sql<StoredVerdict>(tx, `${SELECT} WHERE ${ABOUT} ORDER BY v.given_at, v.id`, [mentionIds]);
    const keys = await this.vault.keysOf(tx, authorityId, [...new Set(rows.map((row) => row.referralId))]);
    return rows.map((row) => opened(row, keys.get(row.referralId) ?? null));
  }

  async find(tx: Tx, authorityId: string, id: string): Promise<Verdict | null> {
    const [row] = await sql<StoredVerdict>(tx, `${SELECT} WHERE v.id = $1`, [id]);
    return row === undefined ? null : opened(row, await this.vault.keyOf(tx, { ...row, authorityId }));
  }

  /**
   * Between two people as they stand now, over all their mentions: the first verdict that says so.
   * `null` where nobody did, as far as shows to the reader.
   */
  async between(tx: Tx, one: Mention, two: Mention, saying: Saying): Promise<string | null> {
    const [row] = await sql<{ id: string }>(tx, BETWEEN, [one.authorityId, one.personId, two.personId, saying]);
    return row?.id ?? null;
  }

  /** The caller holds the verdicts. @throws DomainError `verdict_stands` where somebody has said so or the opposite. */
  async give(tx: Tx, [one, two]: readonly [Mention, Mention], saying: Saying, said: Said): Promise<string> {
    const [first, second] = one.id < two.id ? [one, two] : [two, one];
    const id = randomUUID();
    const reason = sealedUnder(await this.vault.keyOf(tx, first), REASON, id, said.reason);
    const values = [id, first.authorityId, first.id, second.id, saying, reason, said.by.id, said.by.name, said.at];
    if ((await execute(tx, INSERT, values)) === 0) {
      throw new DomainError('verdict_stands', 'Somebody has said whether these are one person.');
    }
    if (saying === 'same') await this.regroup(tx, [first.id, second.id]);
    return id;
  }

  /** The caller holds the verdicts. @throws DomainError `record_changed` where somebody was faster. */
  async undo(tx: Tx, authorityId: string, verdict: Verdict, said: Said): Promise<void> {
    const [mention] = await sql<{ referralId: string }>(tx, REFERRAL_OF, [verdict.mentionId]);
    if (mention === undefined) throw new Error('A verdict has its mentions.');
    const key = await this.vault.keyOf(tx, { authorityId, ...mention });
    const reason = sealedUnder(key, UNDO_REASON, verdict.id, said.reason);
    if ((await execute(tx, UNDO, [verdict.id, said.by.id, said.by.name, said.at, reason])) === 0) {
      throw new DomainError('record_changed', 'Somebody has taken this back before you.');
    }
    if (verdict.verdict === 'same') await this.regroup(tx, [verdict.mentionId, verdict.otherId]);
  }

  private async regroup(tx: Tx, mentionIds: readonly string[]): Promise<void> {
    await sql(tx, 'SELECT regroup_people($1::uuid[])', [mentionIds]);
  }
}

function opened(row: StoredVerdict, key: RecordKey | null): Verdict {
  const { referralId: _, undoneBy, undoneByName, undoneAt, undoReason, ...verdict } = row;
  const isUndone = undoneBy !== null && undoneByName !== null && undoneAt !== null && undoReason !== null;
  return {
    ...verdict,
    reason: openedUnder(key, REASON, row.id, row.reason),
    undone: isUndone
      ? { by: undoneBy, byName: undoneByName, at: undoneAt, reason: openedUnder(key, UNDO_REASON, row.id, undoReason) }
      : null,
  };
}

const HOLD = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

const SELECT = `SELECT v.id, m.referral_id AS "referralId", v.mention_id AS "mentionId", v.other_id AS "otherId", v.verdict,
    v.reason, v.given_by AS "givenBy", v.given_by_name AS "givenByName", v.given_at AS "givenAt", v.undone_by AS "undoneBy",
    v.undone_by_name AS "undoneByName", v.undone_at AS "undoneAt", v.undo_reason AS "undoReason"
  FROM person_verdict v JOIN person_mention m ON m.id = v.mention_id`;

const ABOUT = '(v.mention_id = ANY ($1::uuid[]) OR v.other_id = ANY ($1::uuid[]))';

const BETWEEN = `SELECT v.id FROM person_mention one
  CROSS JOIN LATERAL (
    SELECT id, other_id AS far FROM person_verdict
      WHERE mention_id = one.id AND verdict = $4 AND undone_at IS NULL
    UNION ALL
    SELECT id, mention_id FROM person_verdict WHERE other_id = one.id AND verdict = $4 AND undone_at IS NULL) AS v
  JOIN person_mention two ON two.id = v.far AND two.authority_id = $1 AND two.person_id = $3
  WHERE one.authority_id = $1 AND one.person_id = $2 LIMIT 1`;

const INSERT = `INSERT INTO person_verdict (id, authority_id, mention_id, other_id, verdict, reason, given_by, given_by_name,
    given_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (mention_id, other_id) WHERE undone_at IS NULL DO NOTHING`;

const UNDO = `UPDATE person_verdict SET undone_by = $2, undone_by_name = $3, undone_at = $4, undo_reason = $5
  WHERE id = $1 AND undone_at IS NULL`;

const REFERRAL_OF = 'SELECT referral_id AS "referralId" FROM person_mention WHERE id = $1';
