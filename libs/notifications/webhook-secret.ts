import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';
import type { Vault } from '#vault';
import type { WebhookId } from './webhook.ts';

/** After a rotation, for so long the secret before it signs beside the new one. */
export const OVERLAP_HOURS = 24;

const PLACE = 'webhook_endpoint.secret';
const SECRET_BYTES = 32;

/** A new secret in the form of Standard Webhooks. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

export function sealSecret(vault: Vault, id: WebhookId, secret: string): string {
  return vault.sealSecret(PLACE, id, secret);
}

/** One signature by each secret, the newest first, as the header takes them. */
export function signaturesOf(
  vault: Vault,
  id: WebhookId,
  sealed: readonly string[],
  message: { readonly id: string; readonly sentAt: Date; readonly body: string },
): string {
  const secrets = sealed.map((each) => vault.openSecret(PLACE, id, each));
  return secrets.map((secret) => new Signer(secret).sign(message.id, message.sentAt, message.body)).join(' ');
}
