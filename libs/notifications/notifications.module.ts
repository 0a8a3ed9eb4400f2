import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseAccessModule } from '#case-access';
import { ClocksModule } from '#clocks';
import { ContactPoints } from '#messages';
import { AddressCheck } from './address-check.ts';
import { ChangeWebhook } from './change-webhook.ts';
import { HearOfMessage } from './messages/hear-of-message.ts';
import { HeldMessage } from './messages/held-message.ts';
import { ListCaseMessages } from './messages/list-case-messages.ts';
import { RecordContact } from './messages/record-contact.ts';
import { ReleaseMessage } from './messages/release-message.ts';
import { ReadWebhooks } from './read-webhooks.ts';
import { RegisterWebhook } from './register-webhook.ts';
import { RemoveWebhook } from './remove-webhook.ts';
import { RotateSecret } from './rotate-secret.ts';
import { ContactPreferences } from './staff/contact-preferences.ts';
import { Notices } from './staff/notices.ts';
import { WebhookRepository } from './store/webhook.repository.ts';
import { TestWebhook } from './test-webhook.ts';
import { WebhookStore } from './webhook-store.ts';

const USE_CASES = [
  ...[ReadWebhooks, RegisterWebhook, ChangeWebhook, RemoveWebhook, RotateSecret, TestWebhook],
  ...[ListCaseMessages, ReleaseMessage, RecordContact, HearOfMessage, ContactPreferences, Notices],
];

/** What the API needs of webhooks and messages. */
@Module({
  imports: [CaseAccessModule, ClocksModule],
  providers: [AuditTrail, AddressCheck, WebhookRepository, WebhookStore, ContactPoints, HeldMessage, ...USE_CASES],
  exports: USE_CASES,
})
export class NotificationsModule {}
