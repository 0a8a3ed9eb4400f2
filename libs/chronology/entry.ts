import type { Case, CaseId } from '#domain';
import type { AgeAtEvent } from './age.ts';
import type { ChronologyCategory } from './categories.ts';
import type { EventDate } from './event-date.ts';
import type { WhatCode } from './words/what-happened.ts';

/** Who told or did it: an agency, a person and their role, each `null` where it is not known or not said. */
export interface EntrySource {
  /** Staff of the authority act in their role; whoever else is named may be somebody whom a redacted copy hides. */
  readonly kind: 'agency' | 'staff' | 'rules' | 'other';
  readonly agencyId: string | null;
  readonly person: string | null;
  readonly role: string | null;
}

/** How an entry stands to what corrected it or was corrected by it. */
export interface Correction {
  /** Id of the entry that this one corrects. */
  readonly corrects: string | null;
  /** Id of the entry that corrected this one: it stays, and counts no more. */
  readonly correctedBy: string | null;
  readonly reason: string | null;
}

/** One thing that happened, as the record of its kind has it. */
export interface SourceEntry {
  /** `decision:<id of the record>`: the same at every reading. */
  readonly id: string;
  readonly category: ChronologyCategory;
  /** The children it is about. */
  readonly caseIds: readonly CaseId[];
  /** `null` where nobody could tell the day. */
  readonly date: EventDate | null;
  readonly recordedAt: Date;
  readonly what: WhatCode;
  /** Codes that the words of `what` name, by place; agencies by their id. */
  readonly values: Readonly<Record<string, string>>;
  /** In the words of whoever wrote it. */
  readonly text: string | null;
  readonly source: EntrySource;
  /** Who entered what somebody else told; `null` where the source is who recorded it. */
  readonly recordedBy: string | null;
  readonly correction: Correction | null;
}

/** Whose case it is, seen from the child that the chronology is about. */
export const ENTRY_RELATIONS = ['self', 'child', 'sibling'] as const;
type EntryRelation = (typeof ENTRY_RELATIONS)[number];

/** A case whose entries belong in the chronology. */
export interface ChronologyCase {
  readonly found: Case;
  /** `child` is an earlier or later case of the same child. */
  readonly relation: EntryRelation;
  /** How sure it is that they belong together. */
  readonly certainty: 'confirmed' | 'match' | 'exact_key';
}

/** A child that an entry is about, and how old they were. */
export interface EntryChild extends ChronologyCase {
  /** `null` where the birth or the day is not known. */
  readonly age: AgeAtEvent | null;
}

export interface ChronologyEntry extends Omit<SourceEntry, 'caseIds'> {
  readonly children: readonly EntryChild[];
  /** Days from the last day it may have happened on to the day it was recorded; `null` where no day is known. */
  readonly recordedAfterDays: number | null;
  /** Recorded later than could be expected: what was decided in between was decided without it. */
  readonly recordedLate: boolean;
}
