import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';

/**
 * Gives up a draft; it stays readable.
 * @throws DomainError `not_found`, `record_changed` or `rule_set_not_ready`.
 */
@Injectable()
export class AbandonDraft {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, id: RuleSetVersionId, revision: number, reason: string): Promise<RuleSetVersion> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.open(tx, actor, id, revision);
      await this.store.requireDraft(tx, found);
      const version = { ...found, abandonedAt: this.store.now(), revision: found.revision + 1 };
      await this.store.versions.update(tx, version);
      await this.store.record(tx, { action: 'rule_set.abandoned', actor, version, reason });
      return version;
    });
  }
}
