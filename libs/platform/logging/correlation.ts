import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id that ties a request to its outbox message, its job and its log lines; a fresh one outside any of them. */
export function correlationId(): string {
  return storage.getStore() ?? randomUUID();
}

/** Takes over a sender's id when it is a UUID: anything else could smuggle text into logs. */
export function acceptCorrelationId(given: unknown): string {
  return typeof given === 'string' && UUID.test(given) ? given.toLowerCase() : randomUUID();
}

export function withCorrelation<T>(id: string, work: () => T): T {
  return storage.run(id, work);
}
