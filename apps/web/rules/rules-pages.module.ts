import { Module } from '@nestjs/common';
import { RuleSetsModule } from '#rule-sets';
import { DescribeController } from './draft/describe.controller.ts';
import { ActivateController } from './activate/activate.controller.ts';
import { RollBackController } from './activate/roll-back.controller.ts';
import { Today } from './activate/today.ts';
import { ApproveController } from './approve/approve.controller.ts';
import { BacktestsController } from './backtests/backtests.controller.ts';
import { LowerController } from './backtests/lower.controller.ts';
import { ReportController } from './backtests/report.controller.ts';
import { DifferencesController } from './differences/differences.controller.ts';
import { StartDraftController } from './draft/start.controller.ts';
import { VersionPages } from './frame/version-pages.ts';
import { EditorController } from './editor/editor.controller.ts';
import { RemoveController } from './editor/remove.controller.ts';
import { TableController } from './editor/table.controller.ts';
import { ImportController } from './import/import.controller.ts';
import { JobsController } from './jobs/jobs.controller.ts';
import { ListController } from './list/list.controller.ts';
import { ReadController } from './read/read.controller.ts';
import { TryController } from './try/try.controller.ts';
import { VerifyController } from './verify/verify.controller.ts';

/** Pages for managers about the rules. */
@Module({
  imports: [RuleSetsModule],
  controllers: [
    ...[ListController, ImportController, StartDraftController, DescribeController, ReadController],
    ...[TableController, EditorController, RemoveController],
    ...[ApproveController, ActivateController, RollBackController],
    ...[BacktestsController, ReportController, LowerController],
    ...[TryController, VerifyController, DifferencesController, JobsController],
  ],
  providers: [VersionPages, Today],
})
export class RulesPagesModule {}
