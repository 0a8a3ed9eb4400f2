import { Module } from '@nestjs/common';
import { RetentionModule } from '#retention';
import { RecordsModule } from '../records/records.module.ts';
import { SubjectAccessController } from './subject-access.controller.ts';

/** What is held about one child, to hand out. */
@Module({ imports: [RecordsModule, RetentionModule], controllers: [SubjectAccessController] })
export class SubjectAccessPagesModule {}
