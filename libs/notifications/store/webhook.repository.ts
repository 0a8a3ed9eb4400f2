import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { AgencyId, AuthorityId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { Webhook, WebhookId } from '../webhook.ts';
import { WebhookRow } from './webhook.entity.ts';

/** An endpoint with its secrets, sealed. */
export interface KeptWebhook extends Webhook {
  readonly secret: string | null;
  readonly previousSecret: string | null;
}

interface Owner {
  readonly authorityId: AuthorityId;
  readonly agencyId: AgencyId;
}

/** What an agency can change. Failures are forgotten where an endpoint is to be tried again. */
type Changes = Partial<
  Pick<
    KeptWebhook,
    'url' | 'disabledReason' | 'failingSince' | 'secret' | 'previousSecret' | 'previousUntil' | 'removedAt'
  > & { events: WebhookRow['events']; failures: number; restingUntil: Date }
>;

/** Endpoints as their agency sees and changes them; a removed one is not there. */
@Injectable()
export class WebhookRepository {
  async insert(tx: Tx, webhook: KeptWebhook): Promise<void> {
    await tx.getRepository(WebhookRow).insert({ ...webhook, events: [...webhook.events] });
  }

  async ofAgency(tx: Tx, { authorityId, agencyId }: Owner): Promise<Webhook[]> {
    const where = { authorityId, agencyId, removedAt: IsNull() };
    const rows = await tx.getRepository(WebhookRow).find({ where, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(webhookOf);
  }

  /** As `ofAgency`, and nobody else adds one to them until the transaction ends. */
  async ofAgencyToAdd(tx: Tx, owner: Owner): Promise<Webhook[]> {
    await sql(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      JSON.stringify(['webhook', owner.authorityId, owner.agencyId]),
    ]);
    return this.ofAgency(tx, owner);
  }

  async find(tx: Tx, authorityId: AuthorityId, id: WebhookId): Promise<Webhook | null> {
    const row = await tx.getRepository(WebhookRow).findOneBy({ authorityId, id, removedAt: IsNull() });
    return row === null ? null : webhookOf(row);
  }

  /** Holds it until the transaction ends. */
  async findForUpdate(tx: Tx, authorityId: AuthorityId, id: WebhookId): Promise<KeptWebhook | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.getRepository(WebhookRow).findOne({ where: { authorityId, id, removedAt: IsNull() }, lock });
    return row === null ? null : { ...webhookOf(row), secret: row.secret, previousSecret: row.previousSecret };
  }

  async update(tx: Tx, found: Webhook, changes: Changes, changedAt: Date): Promise<Webhook> {
    const counted = { changedAt, version: found.version + 1 };
    await tx.getRepository(WebhookRow).update({ id: found.id }, { ...changes, ...counted });
    const { events, url, disabledReason, failingSince, previousUntil, removedAt } = { ...found, ...changes };
    return { ...found, ...counted, events, url, disabledReason, failingSince, previousUntil, removedAt };
  }

  /** What waits for an endpoint that is not told any more. */
  async dropWaiting(tx: Tx, { authorityId, id }: Webhook): Promise<void> {
    const text = `UPDATE webhook_delivery SET outcome = 'dropped', finished_at = clock_timestamp()
      WHERE authority_id = $1 AND endpoint_id = $2 AND finished_at IS NULL`;
    await execute(tx, text, [authorityId, id]);
  }
}

function webhookOf(row: WebhookRow): Webhook {
  const { id, authorityId, agencyId, url, events, disabledReason, failingSince } = row;
  const { previousUntil, createdAt, changedAt, removedAt, version } = row;
  return {
    ...{ id: id as WebhookId, authorityId: authorityId as AuthorityId, agencyId: agencyId as AgencyId },
    ...{ url, events, disabledReason, failingSince, previousUntil, createdAt, changedAt, removedAt, version },
  };
}
