import type { Language } from '#domain';
import { ANSWERS, LABELS, type LabelId } from './words.ts';

/** A line as it is gathered: what the record says is told apart from what the service itself says. */
export interface DraftEntry {
  readonly label: string;
  readonly text: string;
  /** From the record: somebody else may be named in it, so it goes through the redactor and the check after it. */
  readonly recorded: boolean;
}

/** Gathers the lines of a section; what is not there gives no line. */
export class Draft {
  readonly entries: DraftEntry[] = [];

  constructor(private readonly language: Language) {}

  label(id: LabelId): string {
    return LABELS[id][this.language];
  }

  /** Something from the record. */
  recorded(id: LabelId | { readonly label: string }, value: string | number | null | undefined): void {
    this.add(id, value, true);
  }

  /** Something that the service says or counts itself. */
  said(id: LabelId | { readonly label: string }, value: string | number | null | undefined): void {
    this.add(id, value, false);
  }

  /** A code of the record in words. */
  code(id: LabelId, code: string | undefined): void {
    if (code !== undefined) this.add(id, this.inWords(code), false);
  }

  inWords(code: string): string {
    const known = Object.hasOwn(ANSWERS, code) ? ANSWERS[code as keyof typeof ANSWERS] : null;
    return known?.[this.language] ?? code.replaceAll('_', ' ');
  }

  private add(
    id: LabelId | { readonly label: string },
    value: string | number | null | undefined,
    recorded: boolean,
  ): void {
    if (value === null || value === undefined || value === '') return;
    this.entries.push({ label: typeof id === 'string' ? this.label(id) : id.label, text: String(value), recorded });
  }
}
