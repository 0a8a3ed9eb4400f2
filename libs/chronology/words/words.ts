import type { Language } from '#domain';

/** One thing in both languages. */
export type Words = Readonly<Record<Language, string>>;
