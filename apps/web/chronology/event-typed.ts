import type { ChronologyEntry } from '#chronology';
import type { FormFields } from '#sign-in';

/** An event as it would have been typed, so that a correction starts from what is there. */
export function typedOf({ date, text, source, values, children }: ChronologyEntry): FormFields {
  return {
    ...typedDate(date),
    ...typedSource(source),
    kind: values['kind'] ?? '',
    text: text ?? '',
    children: children.map(({ found }) => found.id),
  };
}

/** As exactly as it is known: boxes stay empty for what is not. */
function typedDate(date: ChronologyEntry['date']): FormFields {
  if (date === null) return {};
  const [year = '', month = '', day = ''] = date.day.split('-');
  const isYear = date.precision === 'year';
  return {
    'date-year': year,
    'date-month': isYear ? '' : month,
    'date-day': isYear || date.precision === 'month' ? '' : day,
    approximate: date.precision === 'approximate' ? 'yes' : '',
  };
}

/** Whoever entered it is not told again as its source. */
function typedSource({ kind, agencyId, person, role }: ChronologyEntry['source']): FormFields {
  if (kind === 'staff') return {};
  return { agency: agencyId ?? '', person: person ?? '', role: role ?? '' };
}
