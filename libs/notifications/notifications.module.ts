import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { AddressCheck } from './address-check.ts';
import { ChangeWebhook } from './change-webhook.ts';
import { ReadWebhooks } from './read-webhooks.ts';
import { RegisterWebhook } from './register-webhook.ts';
import { RemoveWebhook } from './remove-webhook.ts';
import { RotateSecret } from './rotate-secret.ts';
import { WebhookRepository } from './store/webhook.repository.ts';
import { TestWebhook } from './test-webhook.ts';
import { WebhookStore } from './webhook-store.ts';

const USE_CASES = [ReadWebhooks, RegisterWebhook, ChangeWebhook, RemoveWebhook, RotateSecret, TestWebhook];

/** What the API needs of webhooks. */
@Module({
  providers: [AuditTrail, AddressCheck, WebhookRepository, WebhookStore, ...USE_CASES],
  exports: USE_CASES,
})
export class NotificationsModule {}
