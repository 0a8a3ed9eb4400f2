export { type ClaimedMessage, type NewMessage, StaleClaimError } from './outbox-message.ts';
export { outboxBacklog } from './outbox-backlog.query.ts';
export { LAPSED_TOGETHER, MAX_ATTEMPTS, Outbox } from './outbox.ts';
export { WakeRelay } from './wake-relay.ts';
export { WAKE_CHANNEL, wakeWorkers } from './wake-workers.ts';
