import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type Fault } from '#domain';
import { profileOf } from '#nation-packs';
import { Database } from '#platform';
import { RuleSetStore } from './rule-set-store.ts';
import type { Activation, ActivationId, RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';

export interface ActivationRequest {
  readonly actor: Actor;
  readonly id: RuleSetVersionId;
  readonly revision: number;
  /** Areas of the authority, or `*` alone for all of it. */
  readonly areas: readonly string[];
  /** First day, `YYYY-MM-DD`; today at the earliest: what was triaged stays as it was triaged. */
  readonly fromDate: string;
}

/**
 * Puts an approved rule set in force in areas from a day (domain pack S4-13, area by area). Only an approved one can
 * be: the database holds that by a key.
 * @throws DomainError `not_found`, `record_changed`, `rule_set_not_ready` or `validation_failed`.
 */
@Injectable()
export class ActivateRuleSet {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(request: ActivationRequest): Promise<RuleSetVersion> {
    return this.database.inTransaction(request.actor, async (tx) => {
      const { actor, id, revision, areas, fromDate } = request;
      const found = await this.store.open(tx, actor, id, revision);
      if (found.abandonedAt !== null || (await this.store.versions.approvalOf(tx, found.id)) === null) {
        throw new DomainError('rule_set_not_ready', 'Only an approved rule set can be put in force.');
      }
      requireSound(request, this.store.today());
      const by = { activatedBy: actor.id, activatedByName: actor.name, activatedAt: this.store.now() };
      for (const area of areas)
        await this.store.versions.activate(tx, { ...activationOf(found, area, fromDate), ...by });
      const version = { ...found, revision: found.revision + 1 };
      await this.store.versions.update(tx, version);
      await this.store.record(tx, { action: 'rule_set.activated', actor, version, details: { areas, fromDate } });
      return version;
    });
  }
}

function activationOf(
  version: RuleSetVersion,
  area: string,
  fromDate: string,
): Omit<Activation, 'activatedBy' | 'activatedByName' | 'activatedAt'> {
  return {
    id: randomUUID() as ActivationId,
    authorityId: version.authorityId,
    versionId: version.id,
    hash: version.hash,
    area,
    fromDate,
    withdrawnByName: null,
    withdrawnAt: null,
    withdrawnReason: null,
  };
}

function requireSound({ actor, areas, fromDate }: ActivationRequest, today: string): void {
  const known = profileOf(actor.authorityId).authority.areas.map((area) => area.id);
  const faults: Fault[] = [];
  areas.forEach((area, place) => {
    const pointer = `/areas/${String(place)}`;
    if (area === '*' && areas.length > 1) faults.push({ pointer, message: 'Give "*" alone: it means all areas.' });
    else if (area !== '*' && !known.includes(area))
      faults.push({ pointer, message: 'Your authority has no such area.' });
    else if (areas.indexOf(area) !== place) faults.push({ pointer, message: 'The area is named twice.' });
  });
  if (fromDate < today) faults.push({ pointer: '/from', message: `The first day can be ${today} at the earliest.` });
  if (faults.length > 0) throw new DomainError('validation_failed', 'It cannot be put in force like this.', faults);
}
