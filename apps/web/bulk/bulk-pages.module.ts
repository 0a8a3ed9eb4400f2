import { Module } from '@nestjs/common';
import { BulkModule } from '#intake';
import { BulkController } from './bulk.controller.ts';
import { BulkDownloadsController } from './bulk-downloads.controller.ts';

/** Pages to send many notices at once. */
@Module({ imports: [BulkModule], controllers: [BulkController, BulkDownloadsController] })
export class BulkPagesModule {}
