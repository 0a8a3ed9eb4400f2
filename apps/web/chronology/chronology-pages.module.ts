import { Module } from '@nestjs/common';
import { ChronologyModule } from '#chronology';
import { FamilyModule } from '#family';
import { RecordsModule } from '../records/records.module.ts';
import { ChronologyExportController } from './chronology-export.controller.ts';
import { ChronologyController } from './chronology.controller.ts';
import { EventController } from './event.controller.ts';

const CONTROLLERS = [ChronologyController, EventController, ChronologyExportController];

/** What happened to a child, in order. */
@Module({ imports: [RecordsModule, ChronologyModule, FamilyModule], controllers: CONTROLLERS })
export class ChronologyPagesModule {}
