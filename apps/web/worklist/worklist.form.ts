import { CASE_STATES, type CaseState, URGENCIES, type Urgency } from '#domain';

/** What somebody wants to see of the worklist, as it stands in the page's address. */
export interface WorklistFilters {
  readonly team: string | null;
  readonly urgency: Urgency | 'not_triaged' | null;
  readonly state: CaseState | null;
  readonly area: string | null;
  readonly claimed: 'me' | 'nobody' | 'anybody' | null;
  /** A colleague, by a name of theirs that only this service knows: no address holds who somebody is. */
  readonly holder: string | null;
  readonly needsInformation: boolean;
  readonly overdue: boolean;
}

/** The address of one page of the list. */
export interface WorklistAddress {
  readonly filters: WorklistFilters;
  readonly reference: string | null;
  readonly isBadReference: boolean;
  readonly cursor: string | null;
  /** Whether it says anything at all; without a word the list opens as the person likes it. */
  readonly isBare: boolean;
}

export type Query = Readonly<Record<string, unknown>>;

/** A part of an address that holds everything there is, so that it is not bare. */
const EVERYTHING = 'show=all';

const CLAIMS = ['me', 'nobody', 'anybody'] as const;
const URGENCY_FILTERS = [...URGENCIES.toReversed(), 'not_triaged'] as const;
const CODE = /^[a-z][a-z0-9_]{0,60}$/;
const HOLDER = /^[0-9a-f]{12}$/;
const REFERENCE = /^FD-[2-9A-Z]{4}-[2-9A-Z]{4}(-\d{1,2})?$/;
const CURSOR = /^[\w-]{1,400}$/;

/** What an address cannot mean is left out: old links still lead somewhere. */
export function addressOfList(query: Query): WorklistAddress {
  const reference = textOf(query, 'reference').toUpperCase();
  const isReference = REFERENCE.test(reference);
  return {
    filters: filtersOf(query),
    reference: isReference ? reference : null,
    isBadReference: reference !== '' && !isReference,
    cursor: matching(textOf(query, 'cursor'), CURSOR),
    isBare: Object.keys(query).length === 0,
  };
}

export function filtersOf(query: Query): WorklistFilters {
  return {
    team: matching(textOf(query, 'team'), CODE),
    urgency: oneOf(URGENCY_FILTERS, textOf(query, 'urgency')),
    state: oneOf(CASE_STATES, textOf(query, 'state')),
    area: matching(textOf(query, 'area'), CODE),
    claimed: oneOf(CLAIMS, textOf(query, 'claimed')),
    holder: matching(textOf(query, 'holder'), HOLDER),
    needsInformation: textOf(query, 'information') === 'yes',
    overdue: textOf(query, 'overdue') === 'yes',
  };
}

/** The one way in which these filters are written, so that two can be compared; empty without any. */
export function queryOf(filters: WorklistFilters): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ['team', filters.team],
    ['urgency', filters.urgency],
    ['state', filters.state],
    ['area', filters.area],
    ['claimed', filters.claimed],
    ['holder', filters.holder],
    ['information', filters.needsInformation ? 'yes' : null],
    ['overdue', filters.overdue ? 'yes' : null],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join('&');
}

/** A query that was kept, and may be older than the filters are now. */
export function filtersFrom(query: string): WorklistFilters {
  return filtersOf(Object.fromEntries(new URLSearchParams(query)));
}

/** The page of the list with these filters; with none, with everything. */
export function listAt(query: string): string {
  return `/worklist?${query === '' ? EVERYTHING : query}`;
}

function textOf(query: Query, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value.trim() : '';
}

function matching(text: string, form: RegExp): string | null {
  return form.test(text) ? text : null;
}

function oneOf<T extends string>(choices: readonly T[], text: string): T | null {
  return choices.find((choice) => choice === text) ?? null;
}
