import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DeliverWebhooks } from './deliver-webhooks.ts';
import { SendDelivery } from './send-delivery.ts';

/** What the worker needs to tell partners. */
@Module({ providers: [AuditTrail, SendDelivery, DeliverWebhooks], exports: [DeliverWebhooks] })
export class NotificationWorkModule {}
