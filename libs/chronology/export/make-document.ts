import type { AccessPurpose } from '#access-policy';
import type { Actor, Language } from '#domain';
import { placeholderIn } from '#redaction';
import type { ChronologyEntry } from '../entry.ts';
import type { ChronologyFilter } from '../read-chronology.ts';
import type { Reading } from '../reading.ts';
import type { Analysis } from '../store/chronology-analysis.repository.ts';
import { tellEntry, type ToldEntry } from '../tell-entry.ts';
import { CATEGORY_WORDS, purposeInWords, roleInWords } from '../words/code-words.ts';
import { dateInWords, momentInWords } from '../words/date-words.ts';
import type { ChronologyDocument, DocumentEntry } from './chronology-document.ts';
import { exportWords } from './export-words.ts';
import type { ChronologyRedaction } from './redact-entries.ts';

/** Everything that a document is made of. */
export interface ToExport {
  readonly reading: Reading & { readonly leftOut: number };
  readonly entries: readonly ChronologyEntry[];
  readonly analysis: Analysis | null;
  readonly filter: ChronologyFilter;
  readonly language: Language;
  readonly actor: Actor;
  readonly purpose: AccessPurpose;
  readonly at: Date;
  /** `null` for a whole copy. */
  readonly redaction: ChronologyRedaction | null;
}

/** Words a chronology as it is handed out; the same entries in the same words as on the screen, but for what is taken out. */
export function makeDocument(made: ToExport): ChronologyDocument {
  const { reading, language, redaction, entries, analysis } = made;
  const self = reading.cases[0]?.found;
  const said = { name: made.actor.name, at: momentInWords(made.at, language) };
  return {
    title: exportWords('title', language),
    language,
    caseReference: self?.reference ?? '',
    mark: redaction === null ? null : exportWords('redacted', language),
    facts: factsOf(made, self?.childName ?? null),
    people: redaction === null ? [] : peopleOf(redaction, language),
    analysis: analysis === null ? null : analysisOf(analysis, made),
    entries: entries.map((entry) => documentEntry(entry, made)),
    footer: exportWords('exported', language, said),
  };
}

/** As far as their relationship to the child may be told. */
function peopleOf(redaction: ChronologyRedaction, language: Language): string[] {
  return redaction.people.flatMap(({ number, relationship }) => {
    if (relationship === null) return [];
    return [`${placeholderIn(language)('name', number)}: ${redaction.redact(relationship, 'contact')}`];
  });
}

function factsOf({ reading, filter, language, purpose }: ToExport, childName: string | null): string[] {
  const { from, to, categories, withSiblings } = filter;
  const day = (text: string): string => dateInWords({ day: text, precision: 'day', at: null }, language);
  const names = (categories ?? []).map((each) => CATEGORY_WORDS[each][language]).join(', ');
  return [
    ...(childName === null ? [] : [`${exportWords('child', language)}: ${childName}`]),
    exportWords('purpose', language, { purpose: purposeInWords(purpose, language) }),
    exportWords(withSiblings ? 'withSiblings' : 'childOnly', language),
    ...(from === null ? [] : [exportWords('from', language, { day: day(from) })]),
    ...(to === null ? [] : [exportWords('to', language, { day: day(to) })]),
    ...(categories === null ? [] : [exportWords('categories', language, { categories: names })]),
    ...(reading.leftOut === 0 ? [] : [exportWords('leftOut', language, { count: reading.leftOut })]),
    exportWords('order', language),
  ];
}

function analysisOf({ note, writtenAt, ...written }: Analysis, { language, redaction }: ToExport) {
  const role = roleInWords(written.writtenByRole, language);
  const by = exportWords('by', language, { name: written.writtenByName, role, at: momentInWords(writtenAt, language) });
  return { by, note: redaction?.redact(note, 'analysis') ?? note };
}

function documentEntry(entry: ChronologyEntry, { reading, language, redaction }: ToExport): DocumentEntry {
  const told = tellEntry(entry, reading.authorityId, language);
  const plain = (text: string): string => redaction?.redact(text, entry.category) ?? text;
  const service = (text: string): string => (redaction?.choice.agencies === true ? plain(text) : text);
  const { text, correction } = told;
  return {
    heading: `${told.date}: ${told.category}. ${service(told.title)}`,
    details: [
      ...childrenOf(entry, told, { plain, isRedacted: redaction !== null, language }),
      redaction?.hidesSource(entry) === true
        ? `${exportWords('source', language)}: ${placeholderIn(language)('name', null)}`
        : sourceOf(entry, told, { plain, service, language }),
      recordedOf(told, language),
    ].filter((line) => line !== ''),
    text: text === null ? null : plain(text),
    correction:
      correction === null
        ? null
        : [correction.label, correction.reason === null ? null : plain(correction.reason)].filter(Boolean).join(': '),
  };
}

interface Telling {
  readonly plain: (text: string) => string;
  readonly language: Language;
}

/** A redacted copy names the child alone: neither a brother or sister nor their case. */
function childrenOf(
  { children }: ChronologyEntry,
  told: ToldEntry,
  { plain, isRedacted, language }: Telling & { readonly isRedacted: boolean },
): string[] {
  return told.children.map(({ name, reference, age }, at) => {
    const isOther = children[at]?.relation === 'sibling';
    const shown = name !== null && isOther ? plain(name) : name;
    const who = [shown, isRedacted && isOther ? null : reference].filter((part) => part !== null).join(', ');
    return `${who === '' ? '' : `${who}. `}${exportWords('age', language)}: ${age}`;
  });
}

/** Staff are named with their role: they acted in it. */
function sourceOf(
  { source: { kind } }: ChronologyEntry,
  { source }: ToldEntry,
  { plain, service, language }: Telling & { readonly service: (text: string) => string },
): string {
  const told = kind === 'staff' || kind === 'rules' ? (text: string) => text : plain;
  const parts = [source.person, source.role].map((part) => (part === null ? null : told(part)));
  const all = [...parts, source.agency === null ? null : service(source.agency)].filter((part) => part !== null);
  return all.length === 0 ? '' : `${exportWords('source', language)}: ${all.join(', ')}`;
}

function recordedOf({ recorded, late, recordedBy }: ToldEntry, language: Language): string {
  const by = recordedBy === null ? null : exportWords('recordedBy', language, { name: recordedBy });
  return [`${exportWords('recorded', language)}: ${recorded}`, late, by].filter((part) => part !== null).join('; ');
}
