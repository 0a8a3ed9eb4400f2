import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database, type Tx } from '#platform';
import type { Rule, RuleSet } from '#rules';
import { labelTaken } from './draft-rule-set.ts';
import { requireOwn } from './own-rule-set.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';

/** One change of a draft. A rule is put whole, under its id: added when it is new. */
export type DraftChange =
  | { readonly kind: 'put_rule'; readonly rule: Rule }
  | { readonly kind: 'remove_rule'; readonly ruleId: string }
  | { readonly kind: 'replace'; readonly ruleSet: RuleSet }
  | {
      readonly kind: 'describe';
      readonly label: string | null;
      readonly title: string | null;
      readonly changeNote: string | null;
    };

export interface ChangeRequest {
  readonly actor: Actor;
  readonly id: RuleSetVersionId;
  readonly revision: number;
  readonly change: DraftChange;
}

/**
 * Changes a draft. Its content then has another hash, so that earlier verifications and backtests no longer count, and
 * whoever changed it may not approve it.
 * @throws DomainError `not_found`, `record_changed`, `rule_set_not_ready`, `rule_set_label_taken` or `validation_failed`.
 */
@Injectable()
export class ChangeDraft {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute({ actor, id, revision, change }: ChangeRequest): Promise<RuleSetVersion> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.open(tx, actor, id, revision);
      await this.store.requireDraft(tx, found);
      const { ruleSet: before } = await this.store.contents.get(tx, found.hash);
      const ruleSet = changed(before, change);
      requireOwn(ruleSet, actor.authorityId, ruleOf(change).ruleId);
      if (ruleSet.version !== found.label) await this.requireNewLabel(tx, actor, ruleSet.version);
      const version: RuleSetVersion = {
        ...found,
        ruleSetId: ruleSet.id,
        label: ruleSet.version,
        title: ruleSet.title,
        hash: await this.store.contents.keep(tx, ruleSet),
        changeNote: change.kind === 'describe' ? (change.changeNote ?? found.changeNote) : found.changeNote,
        editors: [...new Set([...found.editors, actor.id])],
        changedAt: this.store.now(),
        revision: found.revision + 1,
      };
      await this.store.versions.update(tx, version);
      const details = { change: change.kind, hashBefore: found.hash, ...ruleOf(change) };
      await this.store.record(tx, { action: 'rule_set.changed', actor, version, details });
      return version;
    });
  }

  private async requireNewLabel(tx: Tx, actor: Actor, label: string): Promise<void> {
    if ((await this.store.versions.findByLabel(tx, actor.authorityId, label)) !== null) throw labelTaken();
  }
}

/** The set with a rule in the place of the one with its id, or at the end. */
export function withRule(ruleSet: RuleSet, rule: Rule): RuleSet {
  const isKnown = ruleSet.rules.some(({ id }) => id === rule.id);
  const rules = isKnown ? ruleSet.rules.map((one) => (one.id === rule.id ? rule : one)) : [...ruleSet.rules, rule];
  return { ...ruleSet, rules };
}

function changed(ruleSet: RuleSet, change: DraftChange): RuleSet {
  switch (change.kind) {
    case 'put_rule':
      return withRule(ruleSet, change.rule);
    case 'remove_rule': {
      const rules = ruleSet.rules.filter(({ id }) => id !== change.ruleId);
      if (rules.length === ruleSet.rules.length) throw new DomainError('not_found', 'The draft has no such rule.');
      return { ...ruleSet, rules };
    }
    case 'replace':
      return { ...change.ruleSet, version: ruleSet.version };
    case 'describe':
      return { ...ruleSet, version: change.label ?? ruleSet.version, title: change.title ?? ruleSet.title };
    default:
      return change satisfies never;
  }
}

function ruleOf(change: DraftChange): { ruleId?: string } {
  if (change.kind === 'put_rule') return { ruleId: change.rule.id };
  return change.kind === 'remove_rule' ? { ruleId: change.ruleId } : {};
}
