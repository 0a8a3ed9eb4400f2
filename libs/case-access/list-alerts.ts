import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { type Alert, type AlertQuestion, AlertRepository } from './store/alert.repository.ts';

export interface AlertPage {
  readonly alerts: readonly Alert[];
  readonly next: string | null;
}

/** What was unusual, newest first; never about the manager who asks, who might otherwise see to it themselves. */
@Injectable()
export class ListAlerts {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertRepository,
  ) {}

  execute(actor: Actor, asked: AlertQuestion): Promise<AlertPage> {
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await this.alerts.list(tx, actor, { ...asked, limit: asked.limit + 1 });
      const alerts = rows.slice(0, asked.limit);
      return { alerts, next: rows.length > asked.limit ? (alerts.at(-1)?.id ?? null) : null };
    });
  }
}
