import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { DecisionsModule } from '#decisions';
import { RecordsModule } from '../records/records.module.ts';
import { NamedController } from './named.controller.ts';
import { RestrictionController } from './restriction.controller.ts';

/** Who may see a record at all. */
@Module({
  imports: [RecordsModule, CaseAccessModule, DecisionsModule],
  controllers: [RestrictionController, NamedController],
})
export class RestrictionPagesModule {}
