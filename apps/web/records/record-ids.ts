import { asId, type CaseId, DomainError } from '#domain';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws DomainError `not_found` for what no record can have as its id. */
export function recordIdOf(given: string): string {
  if (UUID.test(given)) return given;
  throw new DomainError('not_found', 'There is nothing with this id.');
}

/** @throws DomainError `not_found` for an id that no case can have. */
export function caseIdOf(given: string): CaseId {
  return asId<CaseId>(recordIdOf(given));
}
