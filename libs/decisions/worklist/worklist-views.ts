import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, Database, type Tx } from '#platform';
import { Vault } from '#vault';
import {
  deleteView,
  findChoice,
  findViews,
  insertView,
  saveChoice,
  type ViewRow,
  type WorklistChoice,
} from './worklist-view.query.ts';

/** Filters under a name that somebody gave them. */
export type WorklistView = ViewRow;

export interface WorklistDesk {
  readonly views: readonly WorklistView[];
  readonly choice: WorklistChoice;
}

export interface NewView {
  readonly name: string;
  readonly query: string;
  readonly team: string | null;
}

/** So many of one person or team are more than anybody finds their way in. */
const MOST_VIEWS = 50;
const SEALED_NAME = 'worklist_view.name';

/** What people keep of the worklist: views under names, the one it opens with, where they were. */
@Injectable()
export class WorklistViews {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of(actor: Actor): Promise<WorklistDesk> {
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await findViews(tx, actor);
      const views = rows.map((row) => ({ ...row, name: this.vault.openSecret(SEALED_NAME, row.id, row.name) }));
      return { views, choice: await findChoice(tx, actor) };
    });
  }

  /** @throws DomainError `not_allowed` for a team that is not theirs, `validation_failed` when there are too many. */
  async save(actor: Actor, { name, query, team }: NewView): Promise<void> {
    if (team !== null && !actor.teams.includes(team)) {
      throw new DomainError('not_allowed', 'Views are for the teams that one works in.');
    }
    await this.database.inTransaction(actor, async (tx) => {
      if ((await findViews(tx, actor)).length >= MOST_VIEWS) {
        throw new DomainError('validation_failed', 'There are too many views already.');
      }
      const id = randomUUID();
      const sealed = this.vault.sealSecret(SEALED_NAME, id, name);
      await insertView(tx, actor.authorityId, { id, madeBy: actor.id, team, name: sealed, query }, this.clock.now());
      await this.note(tx, actor, 'worklist_view.saved', id);
    });
  }

  /** Whoever made it removes it; a manager also what others made. One that is gone already is no fault. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      const removed = await deleteView(tx, actor, id, actor.roles.includes('manager'));
      if (removed > 0) await this.note(tx, actor, 'worklist_view.removed', id);
    });
  }

  async choose(actor: Actor, choice: Partial<WorklistChoice>): Promise<void> {
    await this.database.inTransaction(actor, (tx) => saveChoice(tx, actor, choice));
  }

  private note(
    tx: Tx,
    actor: Actor,
    action: 'worklist_view.saved' | 'worklist_view.removed',
    id: string,
  ): Promise<void> {
    return this.audit.append(tx, [{ action, actor, occurredAt: this.clock.now(), details: { view: id } }]);
  }
}
