import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { ClocksModule } from '#clocks';
import { IntakeModule } from '#intake';
import { ContactPoints, Messages } from '#messages';
import { Channels } from './channels/channels.ts';
import { DeliverWebhooks } from './deliver-webhooks.ts';
import { AttemptDelivery } from './messages/attempt-delivery.ts';
import { DeliverMessages } from './messages/deliver-messages.ts';
import { ExpandMessages } from './messages/expand-messages.ts';
import { FindAddress } from './messages/find-address.ts';
import { PrepareMessage } from './messages/prepare-message.ts';
import { SettleDelivery } from './messages/settle-delivery.ts';
import { SendDelivery } from './send-delivery.ts';

const MESSAGES = [
  ...[Messages, ContactPoints, Channels, ExpandMessages],
  ...[FindAddress, PrepareMessage, SettleDelivery, AttemptDelivery, DeliverMessages],
];

/** What the worker needs to tell partners and people. */
@Module({
  imports: [IntakeModule, ClocksModule],
  providers: [AuditTrail, SendDelivery, DeliverWebhooks, ...MESSAGES],
  exports: [DeliverWebhooks, DeliverMessages],
})
export class NotificationWorkModule {}
