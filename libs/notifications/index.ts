export { ChangeWebhook } from './change-webhook.ts';
export { type CapturedMessage, capturedMessages } from './channels/development-inbox.ts';
export { deliveryBacklog } from './delivery-backlog.query.ts';
export { DeliverWebhooks } from './deliver-webhooks.ts';
export { DeliverMessages } from './messages/deliver-messages.ts';
export { CONTACT_WAYS, type ContactWay, DELIVERY_STATES, RECIPIENTS } from './messages/delivery.ts';
export { HearOfMessage } from './messages/hear-of-message.ts';
export { ListCaseMessages } from './messages/list-case-messages.ts';
export { RecordContact } from './messages/record-contact.ts';
export { ReleaseMessage } from './messages/release-message.ts';
export { ContactPreferences, type ContactWish } from './staff/contact-preferences.ts';
export { type NoticePage, Notices } from './staff/notices.ts';
export type { CaseMessage } from './store/message-list.query.ts';
export type { Notice } from './store/notice.query.ts';
export { titleOf } from './words/compose-message.ts';
export { recordPage } from './words/record-page.ts';
export { senderAdvice, type SenderAdvice } from './words/sender-advice.ts';
export type { WebhookMessage } from './message.ts';
export { NotificationWorkModule } from './notification-work.module.ts';
export { NotificationsModule } from './notifications.module.ts';
export { ReadWebhooks } from './read-webhooks.ts';
export { RegisterWebhook } from './register-webhook.ts';
export { RemoveWebhook } from './remove-webhook.ts';
export { RotateSecret } from './rotate-secret.ts';
export { TestWebhook } from './test-webhook.ts';
export {
  type Delivery,
  DELIVERY_OUTCOMES,
  DISABLED_REASONS,
  type Webhook,
  WEBHOOK_EVENTS,
  type WebhookEvent,
  type WebhookId,
} from './webhook.ts';
