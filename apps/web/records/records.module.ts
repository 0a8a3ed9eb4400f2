import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { RecordDesk } from './record-desk.ts';

/** What the pages below a case have in common. */
@Module({ imports: [CaseAccessModule], providers: [RecordDesk], exports: [RecordDesk] })
export class RecordsModule {}
