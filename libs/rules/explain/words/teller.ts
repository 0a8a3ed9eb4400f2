import type { Language } from '#domain';
import { ENGLISH } from './english.ts';
import { WELSH } from './welsh.ts';
import type { WordKey, Words } from './words.ts';

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, cy: WELSH };

/** Speaks one language to one reader, and remembers what it had to say in English to a reader of Welsh. */
export interface Teller {
  readonly language: Language;
  /** A fixed text with its gaps filled; a gap without a filling is left empty. */
  readonly say: (key: WordKey, fillings?: Readonly<Record<string, string>>) => string;
  /** A text of the rule set: the Welsh for a reader of Welsh where there is one, else the English. */
  readonly tell: (english: string, welsh: string | undefined) => string;
  /** The texts told in English for want of Welsh, in the order in which they were first told. */
  readonly toldInEnglish: () => readonly string[];
}

export function tellerIn(language: Language): Teller {
  const words = WORDS[language];
  const inEnglish = new Set<string>();
  return {
    language,
    // One pass, and a function: braces and dollar signs in a title stay what they are.
    say: (key, fillings = {}) => words[key].replaceAll(/\{(\w+)\}/g, (_gap, name: string) => fillings[name] ?? ''),
    tell: (english, welsh) => {
      if (language === 'en') return english;
      if (welsh === undefined) inEnglish.add(english);
      return welsh ?? english;
    },
    toldInEnglish: () => [...inEnglish],
  };
}
