import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import type { LimitStanding } from './limits.ts';

/**
 * Tells the sender how much is left (RateLimit headers of the IETF's HTTPAPI group), and turns away who has nothing left.
 * @throws DomainError `too_many_requests`, with `Retry-After` set.
 */
export function admit(reply: FastifyReply, standing: LimitStanding): void {
  const { name, points, window, remaining, resetsIn } = standing;
  addToList(reply, 'RateLimit-Policy', `"${name}";q=${points};w=${window}`);
  addToList(reply, 'RateLimit', `"${name}";r=${remaining};t=${resetsIn}`);
  if (!standing.exceeded) return;
  void reply.header('Retry-After', String(resetsIn));
  throw new DomainError('too_many_requests', 'You have sent more requests than one sender may in this time.');
}

function addToList(reply: FastifyReply, header: string, item: string): void {
  const before = reply.getHeader(header);
  void reply.header(header, typeof before === 'string' ? `${before}, ${item}` : item);
}
