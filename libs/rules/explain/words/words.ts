import type { ENGLISH } from './english.ts';

export type WordKey = keyof typeof ENGLISH;

/** Every fixed text in one language. */
export type Words = Readonly<Record<WordKey, string>>;
