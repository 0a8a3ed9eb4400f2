import type { FastifyRequest } from 'fastify';
import { type DomainError, ERROR_CATALOGUE, type ErrorCode } from '#domain';
import type { EventLog } from '../logging/event-log.ts';

/** What somebody meets who tries doors. Everyday refusals, such as a missing answer, are not among it. */
const WATCHED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not_signed_in',
  'second_factor_needed',
  'sign_in_failed',
  'not_allowed',
  'too_many_requests',
  'body_too_deep',
  'text_not_storable',
]);

/** Logs a refusal that those who watch over the service want to count: which, where, never of what or for whom. */
export function noteRefusal(log: EventLog, { code }: DomainError, request: FastifyRequest): void {
  if (!WATCHED.has(code)) return;
  const { status } = ERROR_CATALOGUE[code];
  log.info('http.refused', { code, status, method: request.method, route: request.routeOptions.url ?? 'unknown' });
}
