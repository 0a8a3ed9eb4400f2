import { asId, type CaseId, DomainError } from '#domain';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws DomainError `not_found` for what no record can be called by. */
export function idAt(given: string): string {
  if (UUID.test(given)) return given;
  throw new DomainError('not_found', 'There is nothing at this address.');
}

/** @throws DomainError `not_found` for an id that no case can have. */
export function caseIdAt(given: string): CaseId {
  return asId<CaseId>(idAt(given));
}
