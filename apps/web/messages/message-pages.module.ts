import { Module } from '@nestjs/common';
import { DecisionsModule } from '#decisions';
import { NotificationsModule } from '#notifications';
import { RecordsModule } from '../records/records.module.ts';
import { InformationController } from './information.controller.ts';
import { MessagesController } from './messages.controller.ts';

/** Who was told what about a case, and what a worker is to read. */
@Module({
  imports: [RecordsModule, DecisionsModule, NotificationsModule],
  controllers: [MessagesController, InformationController],
})
export class MessagePagesModule {}
