import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';
import type { Mention, OpenMention } from '../mentions/mention.ts';
import type { NewRelationship, Recording, RelationshipEntry } from './entry.ts';
import { readRelationship } from './read-relationship.ts';

const REASON = 'relationship.reason';

/** What people are to the children of their referrals: as reported, and as somebody recorded it. Nothing is changed. */
@Injectable()
export class Relationships {
  constructor(private readonly vault: Vault) {}

  /** As the referral has them, its words read. */
  async insertReported(tx: Tx, mentions: readonly OpenMention[]): Promise<void> {
    const reported = mentions.filter(({ role }) => role !== 'child');
    if (reported.length === 0) return;
    const rows = reported.map(({ id, authorityId, referralId, receivedAt, details }) => ({
      id: randomUUID(),
      authority_id: authorityId,
      referral_id: referralId,
      mention_id: id,
      kind: readRelationship(details.relationship),
      parental_responsibility: details.parentalResponsibility ?? 'not_asked',
      lives_in_household: details.livesInHousehold ?? 'not_asked',
      recorded_at: receivedAt,
    }));
    await execute(tx, INSERT_REPORTED, [JSON.stringify(rows)]);
  }

  /** Every entry about these people, oldest first. */
  async of(tx: Tx, authorityId: string, mentionIds: readonly string[]): Promise<RelationshipEntry[]> {
    const rows = await sql<RelationshipEntry & { referralId: string }>(tx, SELECT, [mentionIds]);
    const keys = await this.vault.keysOf(tx, authorityId, [...new Set(rows.map((row) => row.referralId))]);
    return rows.map(({ referralId, ...row }) => {
      const key = keys.get(referralId) ?? null;
      return { ...row, reason: row.reason === null ? null : openedUnder(key, REASON, row.id, row.reason) };
    });
  }

  /** @throws DomainError `record_changed` when somebody has replaced the same entry. */
  async record(tx: Tx, mention: Mention, entry: NewRelationship, recording: Recording): Promise<string> {
    const id = randomUUID();
    const key = await this.vault.keyOf(tx, mention);
    const { by, at, replaces } = recording;
    const reason = sealedUnder(key, REASON, id, recording.reason);
    const { toId, kind, parentalResponsibility, livesInHousehold } = entry;
    const values = [id, mention.authorityId, mention.referralId, mention.id, toId, kind, parentalResponsibility];
    const written = await execute(tx, INSERT, [...values, livesInHousehold, at, by.id, by.name, reason, replaces]);
    if (written === 1) return id;
    throw new DomainError('record_changed', 'Somebody has corrected this entry since you read it.');
  }
}

const INSERT_REPORTED = `INSERT INTO relationship (id, authority_id, referral_id, mention_id, kind,
    parental_responsibility, lives_in_household, recorded_at)
  SELECT id, authority_id, referral_id, mention_id, kind, parental_responsibility, lives_in_household, recorded_at
  FROM jsonb_populate_recordset(NULL::relationship, $1::jsonb)`;

const INSERT = `INSERT INTO relationship (id, authority_id, referral_id, mention_id, to_id, kind, parental_responsibility,
    lives_in_household, recorded_at, recorded_by, recorded_by_name, reason, replaces)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ON CONFLICT (replaces) WHERE replaces IS NOT NULL DO NOTHING`;

const SELECT = `SELECT r.id, r.referral_id AS "referralId", r.mention_id AS "mentionId", r.to_id AS "toId", r.kind,
    r.parental_responsibility AS "parentalResponsibility", r.lives_in_household AS "livesInHousehold",
    r.recorded_at AS "recordedAt", r.recorded_by AS "recordedBy", r.recorded_by_name AS "recordedByName", r.reason,
    r.replaces, NOT EXISTS (SELECT 1 FROM relationship n WHERE n.replaces = r.id) AS stands
  FROM relationship r WHERE r.mention_id = ANY ($1::uuid[]) ORDER BY r.recorded_at, r.id`;
