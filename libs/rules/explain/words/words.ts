import type { ENGLISH } from './english.ts';

/** English, or Welsh (ISO 639-1). */
export type ExplanationLanguage = 'en' | 'cy';

export type WordKey = keyof typeof ENGLISH;

/** Every fixed text in one language. */
export type Words = Readonly<Record<WordKey, string>>;
