import { CASE_STATES, SETTLED_STATES, URGENCIES } from '#domain';
import type { Words } from '../words/words.ts';
import { areaName, type Reader, teamName } from './row.presenter.ts';
import type { WorklistFilters } from './worklist.form.ts';

/** One line of a list to choose from, as the design system takes it. */
interface Item {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

export interface Choices {
  readonly team: readonly Item[];
  readonly urgency: readonly Item[];
  readonly state: readonly Item[];
  readonly area: readonly Item[];
  readonly claimed: readonly Item[];
  readonly needsInformation: boolean;
  readonly overdue: boolean;
}

const CLAIMS = ['me', 'nobody', 'anybody'] as const;
/** What a person can meet in the list: the service's own first steps take no time. */
const PASSING: readonly string[] = ['validated', 'matched'];

export function choicesOf(filters: WorklistFilters, { words, profile }: Reader): Choices {
  const { codes, worklist } = words;
  const { authority } = profile;
  const urgencies = [...URGENCIES.toReversed(), 'not_triaged'] as const;
  const states = CASE_STATES.filter((state) => !SETTLED_STATES.includes(state) && !PASSING.includes(state));
  return {
    team: itemsOf(
      words,
      authority.queues.map(({ id, title }) => [id, title]),
      filters.team,
    ),
    urgency: itemsOf(
      words,
      urgencies.map((code) => [code, codes.urgencies[code]]),
      filters.urgency,
    ),
    state: itemsOf(
      words,
      states.map((code) => [code, codes.caseStates[code]]),
      filters.state,
    ),
    area: itemsOf(
      words,
      authority.areas.map(({ id, name }) => [id, name]),
      filters.area,
    ),
    claimed: itemsOf(
      words,
      CLAIMS.map((code) => [code, worklist.filters.claims[code]]),
      filters.claimed,
    ),
    needsInformation: filters.needsInformation,
    overdue: filters.overdue,
  };
}

/** The filters that are set, in words; `holder`: the name of the colleague whom one of them means. */
export function chipsOf(
  filters: WorklistFilters,
  { words, profile }: Pick<Reader, 'words' | 'profile'>,
  holder: string | null,
): string[] {
  const { codes } = words;
  const { filters: texts } = words.worklist;
  const { team, urgency, state, area, claimed } = filters;
  const chips = [
    team && teamName(profile, team),
    urgency && codes.urgencies[urgency],
    state && codes.caseStates[state],
    area && areaName(profile, area),
    claimed && texts.person(texts.claims[claimed]),
    filters.holder && texts.person(holder ?? texts.colleague),
    filters.needsInformation && texts.needsInformation,
    filters.overdue && texts.overdue,
  ];
  return chips.filter((chip) => typeof chip === 'string');
}

function itemsOf(words: Words, pairs: readonly (readonly [string, string])[], chosen: string | null): Item[] {
  const any = { value: '', text: words.worklist.filters.any, selected: chosen === null };
  return [any, ...pairs.map(([value, text]) => ({ value, text, selected: value === chosen }))];
}
