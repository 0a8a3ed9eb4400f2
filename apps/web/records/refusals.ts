import { DomainError, ERROR_CATALOGUE } from '#domain';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import type { FormPage } from './form-page.ts';

/** Where a fault shows that is about no field in particular. */
const WHOLE_FORM = 'form';

export interface Refusal {
  readonly status: number;
  readonly faults: Faults;
}

/** What a refused change says on its form; `null` for what the form can do nothing about. */
export function refusalOf(error: unknown, page: Pick<FormPage, 'refusals' | 'places'>, words: Words): Refusal | null {
  if (!(error instanceof DomainError)) return null;
  const { status } = ERROR_CATALOGUE[error.code];
  const placed = placedFaults(error, page);
  if (Object.keys(placed).length > 0) return { status, faults: placed };
  const general: Readonly<Record<string, string>> = words.records.refusals;
  const text = page.refusals?.[error.code] ?? (Object.hasOwn(general, error.code) ? general[error.code] : undefined);
  return text === undefined ? null : { status, faults: { [WHOLE_FORM]: text } };
}

function placedFaults({ faults }: DomainError, { places = {} }: Pick<FormPage, 'places'>): Faults {
  const found = faults.flatMap(({ pointer }) => places[pointer.split('/')[1] ?? ''] ?? []);
  return Object.fromEntries(found.map(({ at, text }) => [at, text]));
}
