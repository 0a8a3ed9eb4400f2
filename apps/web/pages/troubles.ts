import type { DomainError, ErrorCode } from '#domain';
import { ERROR_CATALOGUE } from '#domain';
import { ENGLISH, type Trouble } from '../words/english.ts';

const { troubles } = ENGLISH;

const BY_CODE: Partial<Record<ErrorCode, Trouble>> = {
  second_factor_needed: troubles.secondFactor,
  sign_in_failed: troubles.signInFailed,
  not_signed_in: troubles.signInFailed,
};

const BY_STATUS: Readonly<Record<number, Trouble>> = {
  403: troubles.notAllowed,
  404: troubles.notFound,
  413: troubles.tooLarge,
  429: troubles.tooMany,
  500: troubles.fault,
  503: troubles.away,
};

/** What the page says: the error's own words are for logs and machines, and do not show. */
export function troubleOf(error: DomainError): { status: number; trouble: Trouble } {
  const { status } = ERROR_CATALOGUE[error.code];
  return { status, trouble: BY_CODE[error.code] ?? BY_STATUS[status] ?? troubles.badRequest };
}
