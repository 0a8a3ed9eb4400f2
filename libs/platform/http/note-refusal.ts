import type { FastifyRequest } from 'fastify';
import { type DomainError, ERROR_CATALOGUE, type ErrorCode } from '#domain';
import type { EventLog } from '../logging/event-log.ts';
import { measure } from '../metrics/measure.ts';

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

/** Counts a refusal, and logs it where those who watch over the service want to know more: which, where, never of what or for whom. */
export function noteRefusal(log: EventLog, { code }: DomainError, request: FastifyRequest): void {
  measure('front_door_refusals_total', { code });
  if (!WATCHED.has(code)) return;
  const { status } = ERROR_CATALOGUE[code];
  log.info('http.refused', { code, status, method: request.method, route: request.routeOptions.url ?? 'unknown' });
}
