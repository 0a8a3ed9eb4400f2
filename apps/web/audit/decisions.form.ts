import { LEVELS, type Level, PATHWAYS, URGENCIES } from '#domain';
import { type DecisionFilter, type DecisionQuestion, DIFFERENCES, SIGN_OFF_STATES } from '#reporting';
import type { Faults } from '../pages/pages.ts';
import { isDayOrNothing, type Query, REFERENCE, spanFaults, textIn, veiled } from '../oversight/query.ts';
import type { Words } from '../words/words.ts';

const PAGE = 50;

/** What was asked for, or what is wrong with it; then the fields in question are left out. */
export interface SearchForm {
  readonly question: DecisionQuestion;
  readonly faults: Faults;
}

/** Names of the filters in the address, in the order of the form. */
const FILTERS = [
  ...(['from', 'to', 'reference', 'decider', 'pathway', 'level', 'urgency', 'differs', 'signOff'] as const),
  ...(['version', 'rule', 'agency', 'area', 'team', 'order'] as const),
] as const;
export type FilterName = (typeof FILTERS)[number];

const CODE = /^[\w.:*-]{1,80}$/;

export function readSearch(query: Query, deciders: readonly { readonly id: string }[], words: Words): SearchForm {
  const text = words.audit.search;
  const typed = { from: textIn(query, 'from'), to: textIn(query, 'to') };
  const reference = textIn(query, 'reference').toUpperCase();
  const faults: Faults = {
    ...spanFaults(typed, text, isDayOrNothing),
    ...(reference === '' || REFERENCE.test(reference) ? {} : { reference: text.badReference }),
  };
  const right = (name: string, value: string): string | null => (value === '' || name in faults ? null : value);
  const filter: DecisionFilter = {
    ...codesIn(query, deciders),
    from: right('from', typed.from),
    to: right('to', typed.to),
    reference: right('reference', reference),
  };
  const order = textIn(query, 'order') === 'oldest' ? 'oldest' : 'newest';
  return { question: { ...filter, order, after: textIn(query, 'after') || null, limit: PAGE }, faults };
}

/** What does not name anything is left out. */
function codesIn(query: Query, deciders: readonly { readonly id: string }[]) {
  const oneOf = <Code extends string>(name: string, codes: readonly Code[]): Code | null =>
    codes.find((code) => code === textIn(query, name)) ?? null;
  const code = (name: string): string | null => (CODE.test(textIn(query, name)) ? textIn(query, name) : null);
  return {
    decidedBy: deciders.find(({ id }) => veiled(id) === textIn(query, 'decider'))?.id ?? null,
    pathway: oneOf('pathway', [...PATHWAYS, 'no_further_action' as const]),
    level: oneOf<Level>('level', LEVELS),
    urgency: oneOf('urgency', URGENCIES),
    differs: oneOf('differs', [...DIFFERENCES, 'other' as const]),
    signOff: oneOf('signOff', SIGN_OFF_STATES),
    ruleSetHash: code('version'),
    ruleId: code('rule'),
    agencyId: code('agency'),
    area: code('area'),
    team: code('team'),
  };
}

/** The address of the same search, with something changed. */
export function addressOfSearch(path: string, query: Query, changes: Readonly<Record<string, string>>): string {
  const kept = FILTERS.map((name) => [name, textIn(query, name)] as const).filter(([, value]) => value !== '');
  const all = new URLSearchParams({ ...Object.fromEntries(kept), ...changes });
  return all.size === 0 ? path : `${path}?${all.toString()}`;
}
