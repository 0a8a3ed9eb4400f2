import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { profileOf } from '#nation-packs';
import { Database, type Tx } from '#platform';
import type { RuleSet } from '#rules';
import { requireOwn } from './own-rule-set.ts';
import { RuleSetsInForce } from './rule-set-in-force.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';

export interface DraftRequest {
  readonly actor: Actor;
  /** The version as people will write it; must be new in the authority. */
  readonly label: string;
  readonly title: string | null;
  readonly changeNote: string;
  /** A version to copy, the set in force in an area (null: where the area is unknown), or content that was imported. */
  readonly from:
    | { readonly kind: 'version'; readonly id: RuleSetVersionId }
    | { readonly kind: 'in_force'; readonly area: string | null }
    | { readonly kind: 'imported'; readonly ruleSet: RuleSet };
}

/**
 * Begins a draft, from what is in force, from another version, or from an imported file. The import is whole or nothing.
 * @throws DomainError `not_found`, `rule_set_label_taken` or `validation_failed`.
 */
@Injectable()
export class DraftRuleSet {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
    private readonly inForce: RuleSetsInForce,
  ) {}

  execute(request: DraftRequest): Promise<RuleSetVersion> {
    return this.database.inTransaction(request.actor, async (tx) => {
      const { actor, label, changeNote, from } = request;
      if ((await this.store.versions.findByLabel(tx, actor.authorityId, label)) !== null) throw labelTaken();
      const source = await this.sourceOf(tx, request);
      const ruleSet = { ...source.ruleSet, version: label, title: request.title ?? source.ruleSet.title };
      requireOwn(ruleSet, actor.authorityId);
      const now = this.store.now();
      const version: RuleSetVersion = {
        id: randomUUID() as RuleSetVersionId,
        authorityId: actor.authorityId,
        ruleSetId: ruleSet.id,
        label,
        title: ruleSet.title,
        hash: await this.store.contents.keep(tx, ruleSet),
        origin: from.kind === 'imported' ? 'imported' : 'copied',
        basedOnHash: source.hash,
        changeNote,
        editors: [actor.id],
        authorName: actor.name,
        createdAt: now,
        changedAt: now,
        abandonedAt: null,
        revision: 1,
      };
      await this.store.versions.insert(tx, version);
      await this.store.record(tx, { action: 'rule_set.drafted', actor, version, details: { origin: version.origin } });
      return version;
    });
  }

  private async sourceOf(tx: Tx, request: DraftRequest): Promise<{ ruleSet: RuleSet; hash: string }> {
    const { actor, from } = request;
    switch (from.kind) {
      case 'version':
        return this.store.contents.get(tx, (await this.store.get(tx, actor, from.id)).hash);
      case 'in_force':
        return this.current(tx, actor, from.area);
      case 'imported':
        return { ruleSet: from.ruleSet, hash: (await this.current(tx, actor, null)).hash };
      default:
        return from satisfies never;
    }
  }

  /** Kept here too: a rule set that came with the service may not have triaged anybody yet. */
  private async current(tx: Tx, actor: Actor, area: string | null): Promise<{ ruleSet: RuleSet; hash: string }> {
    const place = { area, onDate: this.store.today() };
    const { ruleSet } = await this.inForce.find(tx, profileOf(actor.authorityId), place);
    return { ruleSet, hash: await this.store.contents.keep(tx, ruleSet) };
  }
}

export function labelTaken(): DomainError {
  return new DomainError('rule_set_label_taken', 'Your authority has a rule set with this version label already.');
}
