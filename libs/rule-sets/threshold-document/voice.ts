import type { Language } from '#domain';
import { markEnglish } from './markdown/english-marks.ts';
import { escapeMarkdown, onOneLine } from './markdown/escape.ts';
import { ENGLISH } from './sentences/english.ts';
import type { Sentences } from './sentences/sentences.ts';
import { WELSH } from './sentences/welsh.ts';

/** How a text of somebody's is written down, and whether a remark says that it is only in English. */
interface Script {
  readonly write: (text: string) => string;
  readonly remarks: boolean;
}

const MARKDOWN: Script = { write: escapeMarkdown, remarks: true };
/** For pages, which escape what they show themselves; English passages still carry their marks. */
export const PLAIN: Script = { write: onOneLine, remarks: false };

/** Says in one language what somebody wrote in one or two. Everything it gives is safe Markdown, unless asked for plain. */
export class Voice {
  readonly sentences: Sentences;

  constructor(
    readonly language: Language,
    private readonly script: Script = MARKDOWN,
  ) {
    this.sentences = language === 'en' ? ENGLISH : WELSH;
  }

  /** A text in the document's language; where it is only in English, that and a remark which says so. */
  say(english: string, welsh?: string): string {
    const { write, remarks } = this.script;
    if (this.language === 'en') return write(english);
    if (welsh !== undefined) return write(welsh);
    return remarks ? `${markEnglish(write(english))} ${this.sentences.englishOnly}` : markEnglish(write(english));
  }

  /** A name that is the same in both languages, such as that of an Act or an area. */
  name(text: string): string {
    const { write } = this.script;
    return this.language === 'en' ? write(text) : markEnglish(write(text));
  }

  /** A code or a number: no language's own. */
  code(text: string): string {
    return this.script.write(text);
  }

  /** A day such as 22 November 2026. */
  day(isoDate: string): string {
    const [year = '', month = '', day = ''] = isoDate.split('-');
    const name = this.sentences.months[Number(month) - 1];
    return name === undefined ? this.script.write(isoDate) : `${Number(day)} ${name} ${year}`;
  }
}
