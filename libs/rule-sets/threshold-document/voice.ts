import { escapeMarkdown } from './markdown/escape.ts';
import { markEnglish } from './markdown/english-marks.ts';
import { ENGLISH } from './sentences/english.ts';
import type { Sentences } from './sentences/sentences.ts';
import { WELSH } from './sentences/welsh.ts';
import type { DocumentLanguage } from './threshold-document-input.ts';

/** Says in one language what somebody wrote in one or two. Everything it gives is safe Markdown. */
export class Voice {
  readonly sentences: Sentences;

  constructor(readonly language: DocumentLanguage) {
    this.sentences = language === 'en' ? ENGLISH : WELSH;
  }

  /** A text in the document's language; where it is only in English, that and a remark which says so. */
  say(english: string, welsh?: string): string {
    if (this.language === 'en') return escapeMarkdown(english);
    if (welsh !== undefined) return escapeMarkdown(welsh);
    return `${markEnglish(escapeMarkdown(english))} ${this.sentences.englishOnly}`;
  }

  /** A name that is the same in both languages, such as that of an Act or an area. */
  name(text: string): string {
    return this.language === 'en' ? escapeMarkdown(text) : markEnglish(escapeMarkdown(text));
  }

  /** A code or a number: no language's own. */
  code(text: string): string {
    return escapeMarkdown(text);
  }

  /** A day such as 22 November 2026. */
  day(isoDate: string): string {
    const [year = '', month = '', day = ''] = isoDate.split('-');
    const name = this.sentences.months[Number(month) - 1];
    return name === undefined ? escapeMarkdown(isoDate) : `${Number(day)} ${name} ${year}`;
  }
}
