import { choicesIn, type DraftFields, textIn } from '../content/fields.ts';
import type { DraftChannel } from '../draft.ts';
import type { Group, FormPage } from './page.ts';
import { aboutChild, aboutAdult } from './people-pages.ts';
import { concernPages } from './concern-pages.ts';
import { callPages, dangerPage, senderPage, urgentSigns } from './sender-pages.ts';
import { ownWordsPages } from './own-words-pages.ts';
import { TOPIC_IDS } from './topics.ts';
import { circumstancePages } from './circumstance-pages.ts';

/** Every page of the form as it stands now, in order; what was answered decides which further ones there are. */
export function pagesOf(channel: DraftChannel, fields: DraftFields, redLines: ReadonlySet<string>): FormPage[] {
  switch (channel) {
    case 'form':
      return [
        dangerPage(),
        senderPage(),
        ...peoplePages(fields),
        ...concernPages(fields, new Set()),
        ...circumstancePages(),
      ];
    case 'telephone':
      return [
        ...[dangerPage(), ...callPages(fields), urgentSigns([...redLines].sort(), fields)],
        ...peoplePages(fields),
        ...concernPages(fields, redLines),
        ...circumstancePages(),
      ];
    case 'self_referral':
      return ownWordsPages(fields);
  }
}

/** The page of this id; `null` where the form has none now. */
export function pageIn(pages: readonly FormPage[], id: string): FormPage | null {
  return pages.find((page) => page.id === id) ?? null;
}

/**
 * The page of this id, also where the form does not show it any more: what was typed into one that was still open is
 * kept. `null` for an id that no form has.
 */
export function pageToSave(
  channel: DraftChannel,
  fields: DraftFields,
  redLines: ReadonlySet<string>,
  id: string,
): FormPage | null {
  const [, kind = '', member = ''] = /^(child|adult)-([1-9]\d?)(?:-|$)/.exec(id) ?? [];
  const withGroup = (group: Group, name: string) => [
    ...new Set([...membersOf(fields, group), ...(kind === name ? [member] : [])]),
  ];
  const everything = {
    ...fields,
    topics: [...TOPIC_IDS],
    children: withGroup('children', 'child'),
    adults: withGroup('adults', 'adult'),
  };
  return pageIn(pagesOf(channel, fields, redLines), id) ?? pageIn(pagesOf(channel, everything, redLines), id);
}

/** The page after this one; `check` behind the last. */
export function pageAfter(pages: readonly FormPage[], id: string): string {
  return pages[pages.findIndex((page) => page.id === id) + 1]?.id ?? 'check';
}

/** The page before this one; `null` for the first. */
export function pageBefore(pages: readonly FormPage[], id: string): string | null {
  const at = id === 'check' ? pages.length : pages.findIndex((page) => page.id === id);
  return pages[at - 1]?.id ?? null;
}

export function firstPageOf(_channel: DraftChannel): string {
  return 'danger';
}

/** Numbers of the members of a group; there is always one child to ask about. */
export function membersOf(fields: DraftFields, group: Group): readonly string[] {
  const numbers = choicesIn(fields, group).filter((number) => /^[1-9]\d?$/.test(number));
  return numbers.length === 0 && group === 'children' ? ['1'] : numbers;
}

/** A group with one more member; and the member's number. */
export function withMember(fields: DraftFields, group: Group): { readonly members: string[]; readonly number: string } {
  const members = membersOf(fields, group);
  const number = String(Math.max(0, ...members.map(Number), ...usedNumbers(fields, group)) + 1);
  return { members: [...members, number], number };
}

/** Numbers that were in use: what was typed about somebody who was taken out must not turn up with somebody new. */
function usedNumbers(fields: DraftFields, group: Group): number[] {
  const prefix = group === 'children' ? /^child-(\d+)-/ : /^adult-(\d+)-/;
  return Object.keys(fields).map((name) => Number(prefix.exec(name)?.[1] ?? 0));
}

function peoplePages(fields: DraftFields): FormPage[] {
  const children = membersOf(fields, 'children');
  const adults = membersOf(fields, 'adults');
  return [
    ...children.flatMap((number, at) => aboutChild(number, at + 1)),
    { id: 'children', key: 'children', number: null, group: 'children', controls: [] },
    ...adults.map((number, at) => aboutAdult(number, at + 1)),
    { id: 'adults', key: 'adults', number: null, group: 'adults', controls: [] },
  ];
}

/** Whether this says that somebody is in danger now. */
export function saysDanger(fields: DraftFields): boolean {
  return textIn(fields, 'danger') === 'yes';
}
