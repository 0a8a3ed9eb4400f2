import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake.module.ts';
import { ReadUploads } from './read-uploads.ts';
import { SendRows } from './send-rows.ts';
import { SendUpload } from './send-upload.ts';
import { BulkRepository } from './store/bulk.repository.ts';
import { TakeUpload } from './take-upload.ts';

const USE_CASES = [TakeUpload, ReadUploads, SendUpload, SendRows];

/** Only for a process that may store referrals. */
@Module({ imports: [IntakeModule], providers: [BulkRepository, ...USE_CASES], exports: USE_CASES })
export class BulkModule {}
