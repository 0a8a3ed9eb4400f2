import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DecisionRepository } from '#decisions';
import { AttachmentStore } from '#intake';
import { RuleSetContentRepository } from '#rule-sets';
import { TriageRunRepository } from '#triage';

/** What a case is made of, besides the referral. */
@Injectable()
export class RecordStores {
  constructor(
    readonly audit: AuditTrail,
    readonly decisions: DecisionRepository,
    readonly runs: TriageRunRepository,
    readonly ruleSets: RuleSetContentRepository,
    readonly attachments: AttachmentStore,
  ) {}
}
