import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { Actor } from '#domain';
import { sql, type Tx } from '#platform';
import { hashOfSecret } from '../secret.ts';
import { SessionRow } from './session.entity.ts';

/** Sessions as they are stored. */
@Injectable()
export class SessionRepository {
  async insert(tx: Tx, row: SessionRow): Promise<void> {
    await tx.getRepository(SessionRow).insert(row);
  }

  /** The session that this key opens or opened before the last change of keys; needs no authority. */
  async findByKey(tx: Tx, key: string): Promise<SessionRow | null> {
    const hash = hashOfSecret(key);
    await sql(tx, `SELECT set_config('front_door.session_key', $1, true)`, [hash]);
    return tx.getRepository(SessionRow).findOne({ where: [{ keyHash: hash }, { previousKeyHash: hash }] });
  }

  find(tx: Tx, id: string): Promise<SessionRow | null> {
    return tx.getRepository(SessionRow).findOneBy({ id });
  }

  /** Sessions of a person that have not been ended and may still run. */
  running(tx: Tx, { authorityId, id: personId }: Actor, now: Date): Promise<SessionRow[]> {
    const where = { authorityId, personId, endedAt: IsNull(), expiresAt: MoreThan(now) };
    return tx.getRepository(SessionRow).find({ where, order: { lastSeenAt: 'DESC', id: 'ASC' } });
  }

  async touch(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.getRepository(SessionRow).update({ id, endedAt: IsNull() }, { lastSeenAt: now });
  }

  /** Whether the key was changed: of requests side by side one does it. */
  async changeKey(tx: Tx, row: SessionRow, key: string, now: Date): Promise<boolean> {
    const { id, keyHash } = row;
    const change = { keyHash: hashOfSecret(key), previousKeyHash: keyHash, rotatedAt: now, lastSeenAt: now };
    const result = await tx.getRepository(SessionRow).update({ id, keyHash, endedAt: IsNull() }, change);
    return result.affected === 1;
  }

  /** Ends what is not over yet; resolves to the sessions that this call ended. */
  async end(tx: Tx, which: Which, now: Date): Promise<EndedSession[]> {
    const { authorityId, personId = null, id = null, issuerSession = null } = which;
    return sql<EndedSession>(tx, END, [authorityId, personId, id, issuerSession, now]);
  }
}

/** Sessions of an authority; every condition that is given must hold. */
interface Which {
  readonly authorityId: string;
  readonly personId?: string;
  readonly id?: string;
  readonly issuerSession?: string;
}

interface EndedSession {
  readonly id: string;
  readonly actor: Actor;
}

const END = `UPDATE session SET ended_at = $5
  WHERE authority_id = $1 AND ended_at IS NULL AND expires_at > $5
    AND ($2::text IS NULL OR person_id = $2) AND ($3::uuid IS NULL OR id = $3)
    AND ($4::text IS NULL OR issuer_session = $4)
  RETURNING id, actor`;
