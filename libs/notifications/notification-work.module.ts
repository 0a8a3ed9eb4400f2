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
import { PrepareMessages } from './messages/prepare-messages.ts';
import { SettleDeliveries } from './messages/settle-deliveries.ts';
import { SendDelivery } from './send-delivery.ts';

const MESSAGES = [
  ...[Messages, ContactPoints, Channels, ExpandMessages],
  ...[FindAddress, PrepareMessages, SettleDeliveries, AttemptDelivery, DeliverMessages],
];

/** What the worker needs to tell partners and people. */
@Module({
  imports: [IntakeModule, ClocksModule],
  providers: [AuditTrail, SendDelivery, DeliverWebhooks, ...MESSAGES],
  exports: [DeliverWebhooks, DeliverMessages],
})
export class NotificationWorkModule {}
