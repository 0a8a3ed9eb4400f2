import type { AuditEntry } from '#audit';
import { inTransaction } from '../database/sim-database.ts';
import { RULE_SETS } from './documents.ts';
import type { Parts } from './parts.ts';
import type { SimProcess } from './process.ts';
import type { ActivationRow } from './rows.ts';
import { managerOf } from './staff.ts';

const [SHIPPED, ...DRAFTED] = RULE_SETS.map(({ hash }) => hash);

/** The latest activation that is not withdrawn; what came with the service where there is none. */
export function inForce(activations: readonly ActivationRow[]): string {
  const standing = activations.filter(({ isWithdrawn }) => !isWithdrawn);
  const newest = standing.reduce<ActivationRow | null>((best, each) => (comesAfter(each, best) ? each : best), null);
  return newest?.hash ?? SHIPPED ?? '';
}

/** By when it was activated, then by id, as the query orders them. */
function comesAfter(each: ActivationRow, other: ActivationRow | null): boolean {
  if (other === null || each.activatedAt !== other.activatedAt) return (other?.activatedAt ?? -1) < each.activatedAt;
  return each.id < other.id;
}

/** As `ActivateRuleSet` and `RollBack` of libs/rule-sets: one row says which rule set is in force. */
export class SimRuleSets {
  /** Which rule set was in force from which commit on. */
  readonly history: { readonly from: number; readonly hash: string }[] = [{ from: 0, hash: SHIPPED ?? '' }];

  constructor(private readonly parts: Parts) {}

  async activate(process: SimProcess, which: number): Promise<void> {
    const hash = DRAFTED[which % DRAFTED.length] ?? '';
    const { database, tables, audit } = this.parts;
    await inTransaction(database, process, async (tx) => {
      await tx.statement('activate');
      const id = `activation-${database.next('activation')}`;
      tables.activations.write(tx, id, { id, hash, activatedAt: database.now, isWithdrawn: false });
      await audit.append(tx, [this.entry('rule_set.activated')]);
      tx.whenCommitted(() => {
        this.note();
      });
    });
  }

  async rollBack(process: SimProcess): Promise<void> {
    const { database, tables, audit } = this.parts;
    await inTransaction(database, process, async (tx) => {
      await tx.statement('find activation');
      const newest = tables.activations.rows(tx).at(-1);
      if (newest === undefined) return;
      await tx.statement('withdraw');
      const found = await tables.activations.lock(tx, newest.id);
      if (found === undefined || found.isWithdrawn) return;
      tables.activations.write(tx, found.id, { ...found, isWithdrawn: true });
      await audit.append(tx, [this.entry('rule_set.rolled_back')]);
      tx.whenCommitted(() => {
        this.note();
      });
    });
  }

  private entry(action: 'rule_set.activated' | 'rule_set.rolled_back'): AuditEntry {
    return { action, actor: managerOf(0), occurredAt: new Date(this.parts.database.now) };
  }

  private note(): void {
    const { database, tables } = this.parts;
    this.history.push({ from: database.commits, hash: inForce(tables.activations.committed()) });
  }
}
