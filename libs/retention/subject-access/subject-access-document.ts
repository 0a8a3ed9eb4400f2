import type { Language } from '#domain';
import type { RedactionKind } from '#redaction';

export const SECTION_IDS = [
  'child',
  'report',
  'proposal',
  'decisions',
  'timeline',
  'readers',
  'recipients',
  'attachments',
  'law',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Why a section is withheld (Data Protection Act 2018, schedules 2 and 3). */
export const EXEMPTIONS = ['serious_harm', 'crime', 'third_party', 'legal_privilege'] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

export const FOR_WHOM = ['child', 'parent', 'other'] as const;
export type ForWhom = (typeof FOR_WHOM)[number];

/** One answer, decision or event. */
interface Entry {
  readonly label: string;
  readonly text: string;
}

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly withheld: { readonly exemption: Exemption; readonly explanation: string } | null;
  readonly entries: readonly Entry[];
}

/** When an answer is due: a calendar month from the request, and later by what the clock stood still. */
export interface RequestClock {
  readonly startedOn: string;
  readonly dueOn: string;
  readonly stoppedOn: string | null;
  readonly restartedOn: string | null;
}

/** What the service holds about one child, as somebody who may ask for it is told. */
export interface SubjectAccessDocument {
  readonly title: string;
  readonly language: Language;
  readonly forWhom: ForWhom;
  readonly caseReference: string;
  readonly clock: RequestClock;
  /** Who the placeholders stand for, as far as that may be told. */
  readonly people: readonly { readonly placeholder: string; readonly relationship: string | null }[];
  readonly sections: readonly Section[];
}

/** What was taken out, in numbers: no value of anybody. */
export interface RedactionReport {
  readonly counts: Readonly<Record<RedactionKind, number>>;
  readonly people: number;
  /** Words that are the child's own name and somebody else's too: they stay, so a person has to read for them. */
  readonly sharedWithChild: number;
  /** Sections in which somebody else is still recognisable; the export is refused while there are any. */
  readonly leaksIn: readonly SectionId[];
  readonly withheld: readonly SectionId[];
}
