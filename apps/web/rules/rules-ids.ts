import { DomainError } from '#domain';
import type { ActivationId, RuleSetJobId, RuleSetVersionId } from '#rule-sets';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const versionIdOf = (id: string): RuleSetVersionId => idOf(id);
export const jobIdOf = (id: string): RuleSetJobId => idOf(id);
export const activationIdOf = (id: string): ActivationId => idOf(id);

/** @throws DomainError `not_found` for an id that no record can have. */
function idOf<T extends string>(id: string): T {
  if (UUID.test(id)) return id.toLowerCase() as T;
  throw new DomainError('not_found', 'There is nothing at this address.');
}
