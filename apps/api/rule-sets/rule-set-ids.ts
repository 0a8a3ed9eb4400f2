import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import { etagOf } from '#platform';
import type { ActivationId, RuleSetJobId, RuleSetVersionId } from '#rule-sets';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws DomainError `not_found` for an id that no record can have. */
function idOf<T extends RuleSetVersionId | RuleSetJobId | ActivationId>(id: string): T {
  if (UUID.test(id)) return id.toLowerCase() as T;
  throw new DomainError('not_found', 'There is no such record for you.');
}

export const versionIdOf = (id: string): RuleSetVersionId => idOf(id);
export const jobIdOf = (id: string): RuleSetJobId => idOf(id);
export const activationIdOf = (id: string): ActivationId => idOf(id);

export function sendRevision(reply: FastifyReply, revision: number): void {
  void reply.header('ETag', etagOf(revision));
}
