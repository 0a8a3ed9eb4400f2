/** Languages of what people read: English, and Welsh for Wales. Source: Welsh Language (Wales) Measure 2011. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];
