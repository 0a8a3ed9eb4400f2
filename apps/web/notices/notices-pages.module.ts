import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { MessageChoicesController } from './message-choices.controller.ts';
import { NoticesController } from './notices.controller.ts';

@Module({ imports: [NotificationsModule], controllers: [NoticesController, MessageChoicesController] })
export class NoticesPagesModule {}
