import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { AbandonDraft } from './abandon-draft.ts';
import { ActivateRuleSet } from './activate-rule-set.ts';
import { ApproveRuleSet } from './approve-rule-set.ts';
import { ChangeDraft } from './change-draft.ts';
import { CheckDraftRule } from './check-draft-rule.ts';
import { CompareRuleSets } from './compare-rule-sets.ts';
import { DraftRuleSet } from './draft-rule-set.ts';
import { FindApprovalObstacles } from './find-approval-obstacles.ts';
import { PublishThresholds } from './publish-thresholds.ts';
import { ReadLowerList } from './read-lower-list.ts';
import { ReadLowerReaders } from './read-lower-readers.ts';
import { ReadRuleSets } from './read-rule-sets.ts';
import { RequestJob } from './request-job.ts';
import { RollBack } from './roll-back.ts';
import { RuleSetsInForce } from './rule-set-in-force.ts';
import { RuleSetStore } from './rule-set-store.ts';
import { SteerJob } from './steer-job.ts';
import { RuleSetContentRepository } from './store/rule-set-content.repository.ts';
import { RuleSetJobRepository } from './store/rule-set-job.repository.ts';
import { RuleSetRepository } from './store/rule-set.repository.ts';
import { TryRules } from './try-rules.ts';

const USE_CASES = [
  ...[ReadRuleSets, DraftRuleSet, ChangeDraft, AbandonDraft, RequestJob, SteerJob, ReadLowerList, ApproveRuleSet],
  ...[ActivateRuleSet, RollBack, CompareRuleSets, TryRules, PublishThresholds],
  ...[CheckDraftRule, FindApprovalObstacles, ReadLowerReaders],
];

/** What the API needs of rule sets. */
@Module({
  providers: [
    AuditTrail,
    RuleSetContentRepository,
    RuleSetJobRepository,
    RuleSetRepository,
    RuleSetStore,
    RuleSetsInForce,
    ...USE_CASES,
  ],
  exports: [RuleSetContentRepository, RuleSetsInForce, ...USE_CASES],
})
export class RuleSetsModule {}
