import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database, Environment } from '#platform';
import { Vault } from '#vault';
import type { Granted } from './identity-provider.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { SessionTrail } from './session-trail.ts';
import type { SessionRow } from './store/session.entity.ts';
import { SessionRepository } from './store/session.repository.ts';

const HOUR_MS = 3_600_000;
export const SEALED_ID_TOKEN = 'session.id_token';

/** Opens a session with a key of its own; whatever session the browser had before ends. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly sessions: SessionRepository,
    private readonly trail: SessionTrail,
    private readonly environment: Environment,
  ) {}

  /** Resolves to the key. `browser`: its kind, for the list of sessions. */
  async execute(actor: Actor, granted: Granted, browser: string): Promise<string> {
    const key = newSecret();
    const row = this.newRow(actor, granted, { key, browser });
    await this.database.inTransaction(actor, async (tx) => {
      await this.sessions.insert(tx, row);
      await this.trail.note(tx, 'person.signed_in', actor, { session: row.id });
    });
    return key;
  }

  async endBefore(key: string): Promise<void> {
    const old = await this.database.acrossAuthorities((tx) => this.sessions.findByKey(tx, key));
    if (old === null) return;
    const { authorityId, id } = old;
    await this.database.inTransaction({ authorityId }, async (tx) => {
      const ended = await this.sessions.end(tx, { authorityId, id }, this.trail.now());
      await this.trail.noteEnded(tx, ended, 'sign_in');
    });
  }

  private newRow(actor: Actor, granted: Granted, { key, browser }: { key: string; browser: string }): SessionRow {
    const now = this.trail.now();
    const id = randomUUID();
    const { sid } = granted.claims;
    return {
      id,
      authorityId: actor.authorityId,
      personId: actor.id,
      actor,
      keyHash: hashOfSecret(key),
      previousKeyHash: null,
      formToken: newSecret(),
      createdAt: now,
      rotatedAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + this.environment.SESSION_ABSOLUTE_HOURS * HOUR_MS),
      endedAt: null,
      browser,
      issuerSession: typeof sid === 'string' ? sid : null,
      idToken: this.vault.sealSecret(SEALED_ID_TOKEN, id, granted.idToken),
    };
  }
}
