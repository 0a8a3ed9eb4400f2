import { DomainError } from '#domain';
import type { ExchangeFormat } from '#rule-sets';

export const MEDIA_TYPES: Readonly<Record<ExchangeFormat, string>> = {
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  dmn: 'application/xml; charset=utf-8',
};

export const FORMATS = ['csv', 'yaml', 'json', 'dmn'] as const satisfies readonly ExchangeFormat[];

/** @throws DomainError `not_found` for a format that nothing is written in. */
export function formatAsked(given: string): ExchangeFormat {
  const found = FORMATS.find((format) => format === given);
  if (found === undefined) throw new DomainError('not_found', 'Rules are not written in this format.');
  return found;
}
