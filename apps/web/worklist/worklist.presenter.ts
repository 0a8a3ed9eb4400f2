import type { Wall, Workload, WorklistDesk, WorklistPage } from '#decisions';
import { MOST_COUNTED } from '#decisions';
import { sha256 } from '#platform';
import type { Words } from '../words/words.ts';
import { chipsOf, type Choices, choicesOf } from './filters.presenter.ts';
import { presentRow, type Reader, teamName, type WorklistRowView } from './row.presenter.ts';
import { listAt, queryOf, type WorklistAddress } from './worklist.form.ts';

/** What the page of the worklist is made from. */
export interface WorklistGiven {
  readonly address: WorklistAddress;
  readonly page: WorklistPage;
  /** Null for those who see only their teams' part. */
  readonly wall: Wall | null;
  readonly desk: WorklistDesk;
}

interface TeamLink {
  readonly href: string;
  readonly name: string;
  readonly cases: string;
  readonly red: string | null;
  readonly overdue: string | null;
  readonly isCurrent: boolean;
}

interface ViewLink {
  readonly href: string;
  readonly name: string;
  readonly isCurrent: boolean;
}

export interface WorklistView {
  readonly rows: readonly WorklistRowView[];
  readonly asAt: Date;
  readonly next: string | null;
  readonly previous: string | null;
  /** Address of this list from its top. */
  readonly top: string;
  /** What comes after the question mark of this very page: forms lead back to it. */
  readonly here: string;
  readonly teams: readonly TeamLink[];
  readonly views: readonly ViewLink[];
  readonly chips: readonly string[];
  readonly choices: Choices;
  readonly people: readonly { readonly id: string; readonly text: string }[];
  readonly changes: string;
  readonly reference: string | null;
  readonly manageViews: string;
  readonly empty: string;
  readonly shortcuts: boolean;
}

export function presentWorklist({ address, page, wall, desk }: WorklistGiven, reader: Reader): WorklistView {
  const { filters, reference, cursor } = address;
  const query = reference === null ? queryOf(filters) : `reference=${reference}`;
  const chips = chipsOf(filters, reader, nameOfHolder(filters.holder, wall));
  return {
    rows: page.cases.map((found) => presentRow(found, reader)),
    asAt: page.asAt,
    next: pageAt(query, page.next),
    previous: pageAt(query, page.previous),
    top: listAt(query),
    here: cursor === null ? query : `${query}${query === '' ? '' : '&'}cursor=${cursor}`,
    teams: wall === null ? [] : teamLinks(wall, address, reader),
    views: viewLinks(desk, queryOf(filters), reader.words),
    chips,
    choices: choicesOf(filters, reader),
    people: (wall?.people ?? []).map((person) => ({ id: person.id, text: loadOf(person, reader.words) })),
    changes: `/worklist/changes${filters.team === null ? '' : `?team=${filters.team}`}`,
    reference,
    manageViews: `/views${query === '' || reference !== null ? '' : `?${query}`}`,
    empty: emptyText(reader.words, reference, chips),
    shortcuts: desk.choice.shortcuts,
  };
}

/** A colleague in addresses: the same every time, and telling nobody who it is. */
export function holderKey(personId: string): string {
  return sha256(`worklist holder ${personId}`).slice(0, 12);
}

function nameOfHolder(key: string | null, wall: Wall | null): string | null {
  return wall?.people.find(({ id }) => holderKey(id) === key)?.name ?? null;
}

function pageAt(query: string, cursor: string | null): string | null {
  return cursor === null ? null : `/worklist?${query}${query === '' ? '' : '&'}cursor=${cursor}`;
}

function teamLinks({ counts, standing }: Wall, { filters, reference }: WorklistAddress, reader: Reader): TeamLink[] {
  const { words, profile } = reader;
  return standing.map(({ queue, overdue }) => {
    const ofQueue = counts.filter((count) => count.queue === queue);
    const cases = sum(ofQueue.map((count) => count.cases));
    const red = sum(
      ofQueue.filter(({ urgency }) => urgency === 'red' || urgency === 'not_triaged').map((count) => count.cases),
    );
    const late = overdue >= MOST_COUNTED ? words.worklist.atLeast(MOST_COUNTED) : String(overdue);
    return {
      href: listAt(queryOf({ ...filters, team: queue })),
      name: teamName(profile, queue),
      cases: words.worklist.queue(cases),
      red: red === 0 ? null : words.worklist.red(red),
      overdue: overdue === 0 ? null : words.worklist.overdueCount(late),
      isCurrent: reference === null && filters.team === queue,
    };
  });
}

function viewLinks({ views }: WorklistDesk, current: string, words: Words): ViewLink[] {
  if (views.length === 0) return [];
  const everything = { href: listAt(''), name: words.worklist.views.everything, isCurrent: current === '' };
  const saved = views.map(({ name, query }) => ({ href: listAt(query), name, isCurrent: query === current }));
  return [everything, ...saved];
}

function loadOf({ name, held, overdue }: Workload, words: Words): string {
  return words.worklist.bulk.load(name, held, overdue);
}

function emptyText(words: Words, reference: string | null, chips: readonly string[]): string {
  const { empty } = words.worklist;
  if (reference !== null) return empty.reference;
  return chips.length === 0 ? empty.all : empty.filtered;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
