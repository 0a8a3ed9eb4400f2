import { Injectable } from '@nestjs/common';
import { DomainError, type Language } from '#domain';
import { authorityIds, profileOf } from '#nation-packs';
import { Database, type Tx } from '#platform';
import { newestDay } from './newest-day.ts';
import { RuleSetsInForce } from './rule-set-in-force.ts';
import { RuleSetStore } from './rule-set-store.ts';
import { thresholdDocument } from './threshold-document/threshold-document.ts';
import type { DocumentFormat, ThresholdDocumentInput } from './threshold-document/threshold-document-input.ts';

export interface PublicationRequest {
  readonly authorityId: string;
  /** Null: the rule set of cases whose area is not known. */
  readonly area: string | null;
  readonly format: DocumentFormat;
  readonly language: Language;
}

/**
 * The threshold document of the rule set in force today, for everybody to read (rules.md, authoring).
 * @throws DomainError `not_found` for an authority that is not served here, or an area it does not have.
 */
@Injectable()
export class PublishThresholds {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
    private readonly inForce: RuleSetsInForce,
  ) {}

  async execute({ authorityId, area, format, language }: PublicationRequest): Promise<string> {
    if (!authorityIds().includes(authorityId)) throw new DomainError('not_found', 'There is no such authority here.');
    const { authority } = profileOf(authorityId);
    if (area !== null && !authority.areas.some((one) => one.id === area)) {
      throw new DomainError('not_found', 'The authority has no such area.');
    }
    const given = await this.database.inTransaction({ authorityId }, (tx) => this.contentOf(tx, authorityId, area));
    return thresholdDocument(given, format, language);
  }

  private async contentOf(tx: Tx, authorityId: string, area: string | null): Promise<ThresholdDocumentInput> {
    const profile = profileOf(authorityId);
    const { authority, nationPack } = profile;
    const today = this.store.today();
    const { ruleSet, hash, activation } = await this.inForce.find(tx, profile, { area, onDate: today });
    const names = authority.areas.filter((one) => one.id === activation?.area);
    return {
      ruleSet,
      hash,
      authorityName: authority.name,
      areas: names.map((one) => one.name),
      inForceFrom: activation?.fromDate ?? newestDay(ruleSet, today),
      levels: nationPack.levels,
      pathways: nationPack.pathways,
      urgencies: Object.values(nationPack.urgencyLimits.byUrgency),
    };
  }
}
