import type { FastifyReply, FastifyRequest } from 'fastify';
import { asId, type CaseId, DomainError } from '#domain';
import type { CaseRequest } from '#decisions';
import { etagOf, requireIfMatch } from '#platform';
import { actorOf } from '../auth/bearer.guard.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws DomainError `not_found` for an id that no case can have. */
export function caseIdOf(id: string): CaseId {
  if (UUID.test(id)) return asId(id.toLowerCase());
  throw new DomainError('not_found', 'There is no case with this id for you.');
}

/** Who asks, about which case, in which version: the start of every change. */
export function caseRequestOf(request: FastifyRequest, id: string): CaseRequest {
  const version = requireIfMatch(request.headers['if-match']);
  return { actor: actorOf(request), caseId: caseIdOf(id), version };
}

export function sendEtag(reply: FastifyReply, version: number): void {
  void reply.header('ETag', etagOf(version));
}
