export { type ClaimedMessage, type NewMessage, StaleClaimError } from './outbox-message.ts';
export { MAX_ATTEMPTS, Outbox, WAKE_CHANNEL } from './outbox.ts';
export { WakeRelay } from './wake-relay.ts';
