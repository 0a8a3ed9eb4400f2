import {
  findsLeak,
  needlesFor,
  type OwnWords,
  placeholderIn,
  Redactor,
  type Telltales,
  telltalesOf,
  type ThirdParty,
  withoutPlaceholders,
} from '#redaction';
import type { DraftEntry } from './draft.ts';
import type {
  Exemption,
  RedactionReport,
  Section,
  SectionId,
  SubjectAccessDocument,
} from './subject-access-document.ts';
import { EXEMPTION_WORDS, SECTION_TITLES, TITLE } from './words.ts';

export interface Withheld {
  readonly section: SectionId;
  readonly exemption: Exemption;
}

/** Everything the document is written from, before anything is taken out. */
export interface Gathered {
  readonly sections: readonly { readonly id: SectionId; readonly entries: readonly DraftEntry[] }[];
  readonly people: readonly ThirdParty[];
  readonly own: OwnWords;
  readonly added: readonly string[];
  readonly withhold: readonly Withheld[];
  readonly frame: Pick<SubjectAccessDocument, 'language' | 'forWhom' | 'caseReference' | 'clock'>;
}

export interface Written {
  readonly document: SubjectAccessDocument;
  readonly report: RedactionReport;
}

/** Writes the document without what would tell who somebody else is, and looks whether any of it is left. */
export function writeDocument({ sections, people, own, added, withhold, frame }: Gathered): Written {
  const { needles, sharedWithChild } = needlesFor(people, added, own);
  const redactor = new Redactor(needles, placeholderIn(frame.language));
  const written = sections.map(({ id, entries }): Section => {
    const exemption = withhold.find((each) => each.section === id)?.exemption ?? null;
    const title = SECTION_TITLES[id][frame.language];
    if (exemption === null)
      return { id, title, withheld: null, entries: entries.map((entry) => told(entry, redactor)) };
    const explanation = EXEMPTION_WORDS[exemption][frame.language];
    return { id, title, withheld: { exemption, explanation }, entries: [] };
  });
  const named = people.map(({ number, relationship }) => ({
    placeholder: placeholderIn(frame.language)('name', number),
    relationship: relationship === null ? null : redactor.redact(relationship),
  }));
  const document = { title: TITLE[frame.language], ...frame, people: named, sections: written };
  return {
    document,
    report: {
      counts: redactor.counts(),
      people: people.length,
      sharedWithChild,
      leaksIn: leaking(document, sections, telltalesOf(people, added, own)),
      withheld: withhold.map(({ section }) => section),
    },
  };
}

/** Sections in which somebody else can still be recognised; who the placeholders stand for counts as part of the report. */
function leaking(
  { people, sections: written }: SubjectAccessDocument,
  gathered: Gathered['sections'],
  telltales: Telltales,
): SectionId[] {
  const leaks = (text: string): boolean => findsLeak(withoutPlaceholders(text), telltales);
  const isListTelling = people.some(({ relationship }) => relationship !== null && leaks(relationship));
  const found = gathered.filter(({ id, entries }) => {
    const shown = written.find((section) => section.id === id)?.entries ?? [];
    return (
      shown.some(({ text }, at) => entries[at]?.recorded === true && leaks(text)) || (id === 'report' && isListTelling)
    );
  });
  return found.map(({ id }) => id);
}

function told({ label, text, recorded }: DraftEntry, redactor: Redactor): { label: string; text: string } {
  return { label, text: recorded ? redactor.redact(text) : text };
}
