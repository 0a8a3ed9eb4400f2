import type { FastifyRequest } from 'fastify';
import type { CaseId } from '#domain';
import type { CaseRequest } from '#case-access';
import { requireIfMatch } from '#platform';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';

/** @throws DomainError `not_found` for an id that no case can have. */
export function caseIdOf(id: string): CaseId {
  return idOf(id, 'case');
}

/** Who asks, about which case, in which version: the start of every change. */
export function caseRequestOf(request: FastifyRequest, id: string): CaseRequest {
  const version = requireIfMatch(request.headers['if-match']);
  return { actor: actorOf(request), caseId: caseIdOf(id), version };
}
