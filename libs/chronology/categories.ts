/** What an entry of a chronology tells of. */
export const CHRONOLOGY_CATEGORIES = [
  'contact',
  'incident',
  'proposal',
  'decision',
  'sign_off',
  'move',
  'milestone',
  'information',
  'enquiry',
  'challenge',
  'event',
] as const;
export type ChronologyCategory = (typeof CHRONOLOGY_CATEGORIES)[number];

/** What a significant event that somebody enters is about. */
export const EVENT_KINDS = [
  'birth',
  'death',
  'harm_or_injury',
  'domestic_abuse',
  'missing',
  'health',
  'education',
  'home_move',
  'change_in_family',
  'adult_health',
  'offence',
  'legal_step',
  'placement',
  'service_began',
  'service_ended',
  'seen_or_visited',
  'strength',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
