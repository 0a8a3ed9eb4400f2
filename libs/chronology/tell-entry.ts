import type { Language } from '#domain';
import { agencyName, agencyOf, profileOf } from '#nation-packs';
import type { ChronologyEntry, EntryChild, EntrySource } from './entry.ts';
import { CATEGORY_WORDS, codeInWords, roleInWords } from './words/code-words.ts';
import { ageInWords, counted, dateInWords, momentInWords } from './words/date-words.ts';
import type { Words } from './words/words.ts';
import { WHAT_HAPPENED } from './words/what-happened.ts';

/** An entry as somebody reads it, on the screen and in an export alike. */
export interface ToldEntry {
  readonly category: string;
  readonly date: string;
  readonly recorded: string;
  /** `null` where it was recorded in time. */
  readonly late: string | null;
  readonly title: string;
  /** What the record says in somebody's own words. */
  readonly text: string | null;
  readonly source: { readonly agency: string | null; readonly person: string | null; readonly role: string | null };
  /** Who entered it, where that is not the source. */
  readonly recordedBy: string | null;
  readonly children: readonly { readonly name: string | null; readonly reference: string; readonly age: string }[];
  readonly correction: { readonly label: string; readonly reason: string | null } | null;
}

const LATE: Words = { en: 'recorded {days} later', cy: 'cofnodwyd {days} yn ddiweddarach' };
const CORRECTED: Words = { en: 'Corrected later', cy: 'Cywirwyd yn ddiweddarach' };
const CORRECTS: Words = { en: 'Corrects an earlier entry', cy: 'Yn cywiro cofnod cynharach' };
const NOT_TOLD: Words = { en: 'Nothing said', cy: 'Dim wedi’i ddweud' };

export function tellEntry(entry: ChronologyEntry, authorityId: string, language: Language): ToldEntry {
  const { recordedAfterDays, recordedLate, correction } = entry;
  return {
    category: CATEGORY_WORDS[entry.category][language],
    date: dateInWords(entry.date, language),
    recorded: momentInWords(entry.recordedAt, language),
    late: recordedLate ? LATE[language].replace('{days}', counted(recordedAfterDays ?? 0, 'day', language)) : null,
    title: titleOf(entry, authorityId, language),
    text: entry.text,
    source: sourceOf(entry.source, authorityId, language),
    recordedBy: entry.recordedBy,
    children: entry.children.map((child) => toldChild(child, language)),
    correction:
      correction === null
        ? null
        : { label: (correction.correctedBy === null ? CORRECTS : CORRECTED)[language], reason: correction.reason },
  };
}

function titleOf({ what, values }: ChronologyEntry, authorityId: string, language: Language): string {
  return WHAT_HAPPENED[what][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const code = values[name] ?? '';
    const known =
      name === 'agency' ? (agencyOf(authorityId, code)?.name ?? null) : levelTitle(code, authorityId, language);
    return known ?? (code === '' ? NOT_TOLD[language] : codeInWords(code, language));
  });
}

function toldChild({ found, age }: EntryChild, language: Language): ToldEntry['children'][number] {
  return { name: found.childName, reference: found.reference, age: ageInWords(age, language) };
}

function sourceOf({ agencyId, person, role }: EntrySource, authorityId: string, language: Language) {
  return {
    agency: agencyId === null ? null : agencyName(authorityId, agencyId),
    person,
    role: role === null ? null : roleInWords(role, language),
  };
}

function levelTitle(code: string, authorityId: string, language: Language): string | null {
  const level = profileOf(authorityId).nationPack.levels.find((each) => each.level === code);
  return (language === 'cy' ? level?.titleCy : level?.title) ?? null;
}
