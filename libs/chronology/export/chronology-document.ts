import type { Language } from '#domain';

/** One entry as it is printed. */
export interface DocumentEntry {
  /** Day and kind of the event. */
  readonly heading: string;
  /** When it was recorded, how old the child was, who told it. */
  readonly details: readonly string[];
  readonly text: string | null;
  /** Corrected later, or correcting; and why. */
  readonly correction: string | null;
}

/** A chronology to hand out: every text in it is as it will be read, whatever the format. */
export interface ChronologyDocument {
  readonly title: string;
  readonly language: Language;
  readonly caseReference: string;
  /** "Redacted copy"; `null` for a whole one. */
  readonly mark: string | null;
  /** Of whom, by whom, when, what for, and what is in it. */
  readonly facts: readonly string[];
  readonly people: readonly string[];
  readonly analysis: { readonly by: string; readonly note: string } | null;
  readonly entries: readonly DocumentEntry[];
  /** What stands on every page: by whom and when. */
  readonly footer: string;
}
