import { type DomainError, ERROR_CATALOGUE, type ErrorCode } from '#domain';
import type { Words } from '../words/words.ts';
import type { Trouble } from '../words/worded.ts';

type TroubleName = keyof Words['troubles'];

const BY_CODE: Partial<Record<ErrorCode, TroubleName>> = {
  second_factor_needed: 'secondFactor',
  sign_in_failed: 'signInFailed',
  not_signed_in: 'signInFailed',
  record_changed: 'changed',
};

const BY_STATUS: Readonly<Record<number, TroubleName>> = {
  403: 'notAllowed',
  404: 'notFound',
  409: 'notNow',
  410: 'gone',
  412: 'changed',
  413: 'tooLarge',
  429: 'tooMany',
  500: 'fault',
  503: 'away',
};

/** What the page says: the error's own words are for logs and machines, and do not show. */
export function troubleOf(error: DomainError, words: Words): { status: number; trouble: Trouble } {
  const { status } = ERROR_CATALOGUE[error.code];
  return { status, trouble: words.troubles[BY_CODE[error.code] ?? BY_STATUS[status] ?? 'badRequest'] };
}
