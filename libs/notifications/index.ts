export { ChangeWebhook } from './change-webhook.ts';
export { DeliverWebhooks } from './deliver-webhooks.ts';
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
