/** Languages of the pages: England's and Wales's. Source: Welsh Language (Wales) Measure 2011. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];
