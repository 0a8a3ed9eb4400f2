import type { FastifyRequest } from 'fastify';
import { DomainError } from '#domain';

/**
 * A form counts only when it was sent from a page of ours. Every browser in use says so, in `Sec-Fetch-Site` or `Origin`;
 * a request that says nothing is refused, too.
 * @throws DomainError `not_allowed`.
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isSameSite = site === undefined || site === 'same-origin';
  const isOwnOrigin = origin === undefined || origin === new URL(publicUrl).origin;
  const saysNothing = site === undefined && origin === undefined;
  if (!isSameSite || !isOwnOrigin || saysNothing) {
    throw new DomainError('not_allowed', 'The form was not sent from a page of this service.');
  }
}
