/** English or Welsh. */
export type Language = 'en' | 'cy';

/** One thing in both languages. */
export type Words = Readonly<Record<Language, string>>;
