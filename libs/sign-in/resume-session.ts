import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { CLOCK, Database, Environment } from '#platform';
import { hashOfSecret, newSecret } from './secret.ts';
import type { Resumed } from './session.ts';
import type { SessionRow } from './store/session.entity.ts';
import { SessionRepository } from './store/session.repository.ts';

const MINUTE_MS = 60_000;
/** A stolen key is worth little after this. */
const KEY_MS = 15 * MINUTE_MS;
/** Requests that were on their way when the key changed still arrive. */
const GRACE_MS = 10_000;
/** Not every page view needs a write to say that the person is still there. */
const SEEN_MS = MINUTE_MS / 2;

/** Finds the session of a request, by the key in its cookie. Asks PostgreSQL each time: an ended session is over at once. */
@Injectable()
export class ResumeSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `isUsed` false: nobody did anything, a page merely looked for news, which keeps no session open.
   * @throws DomainError `unavailable`.
   */
  async execute(key: string, isUsed = true): Promise<Resumed> {
    const now = this.clock.now();
    const found = await this.database.acrossAuthorities(async (tx) => {
      const row = await this.sessions.findByKey(tx, key);
      return row === null ? null : { row, isCurrent: row.keyHash === hashOfSecret(key) };
    });
    if (found === null) return { state: 'over', personId: null };
    const { row, isCurrent } = found;
    if (!this.isLive(row, isCurrent, now)) return { state: 'over', personId: row.personId };
    const newKey = isUsed ? await this.keepAlive(row, isCurrent, now) : null;
    const { id, formToken } = row;
    const overAt = this.overAt(row, isUsed && isSeenLongAgo(row, now) ? now : row.lastSeenAt);
    return { state: 'live', session: { id, actor: row.actor as Actor, formToken, overAt }, newKey };
  }

  private isLive(row: SessionRow, isCurrent: boolean, now: Date): boolean {
    if (row.endedAt !== null || this.overAt(row, row.lastSeenAt) <= now) return false;
    return isCurrent || now.getTime() - row.rotatedAt.getTime() <= GRACE_MS;
  }

  private overAt({ expiresAt }: SessionRow, lastSeenAt: Date): Date {
    const idleMs = this.environment.SESSION_IDLE_MINUTES * MINUTE_MS;
    return new Date(Math.min(expiresAt.getTime(), lastSeenAt.getTime() + idleMs));
  }

  /** Notes that the person is there, and changes the key when it is due; resolves to the new one. */
  private async keepAlive(row: SessionRow, isCurrent: boolean, now: Date): Promise<string | null> {
    const isKeyOld = isCurrent && now.getTime() - row.rotatedAt.getTime() > KEY_MS;
    if (!isKeyOld && !isSeenLongAgo(row, now)) return null;
    const key = newSecret();
    return this.database.inTransaction({ authorityId: row.authorityId }, async (tx) => {
      if (isKeyOld && (await this.sessions.changeKey(tx, row, key, now))) return key;
      await this.sessions.touch(tx, row.id, now);
      return null;
    });
  }
}

function isSeenLongAgo({ lastSeenAt }: SessionRow, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > SEEN_MS;
}
