import { CODES_ENGLISH } from './codes/english.ts';
import { CODES_WELSH } from './codes/welsh.ts';
import { COMMON_ENGLISH } from './common/english.ts';
import { COMMON_WELSH } from './common/welsh.ts';
import type { Language } from './language.ts';
import type { Worded } from './worded.ts';

/** Every text of the pages. An area has its own files, and a line here; what is said after something was done is under `notices`. */
export const ENGLISH = {
  ...COMMON_ENGLISH,
  codes: CODES_ENGLISH,
  notices: {},
};

export type Words = Worded<typeof ENGLISH>;

const WELSH: Words = {
  ...COMMON_WELSH,
  codes: CODES_WELSH,
  notices: {},
};

export const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, cy: WELSH };
