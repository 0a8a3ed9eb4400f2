import { Temporal } from 'temporal-polyfill';
import type { Language } from '#domain';
import { TIME_ZONE } from '#deadlines';

const DAY = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: TIME_ZONE } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE } as const;

/** Formats are dear to make and cheap to use, and a page of the worklist asks for hundreds of moments. */
const FORMATS: Readonly<Record<Language, { readonly day: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat }>> = {
  en: { day: new Intl.DateTimeFormat('en-GB', DAY), time: new Intl.DateTimeFormat('en-GB', TIME) },
  cy: { day: new Intl.DateTimeFormat('cy-GB', DAY), time: new Intl.DateTimeFormat('cy-GB', TIME) },
};

/** "Mon 23 November 2026, 16:05 GMT": the local time of every nation served, with its zone. */
export function momentIn(language: Language, at: Date): string {
  return `${dayIn(language, at)}, ${timeIn(language, at)} ${zoneOf(at)}`;
}

/** A day in full; of a moment, the day in local time; of a text, the calendar day it names (`2026-11-23`). */
export function dayIn(language: Language, at: Date | string): string {
  const isDay = typeof at === 'string' && at.length === 10;
  const moment = typeof at === 'string' ? new Date(isDay ? `${at}T12:00:00Z` : at) : at;
  return FORMATS[language].day.format(moment).replace(',', '');
}

/** Hours and minutes, 24 hours a day, local time. */
export function timeIn(language: Language, at: Date): string {
  return FORMATS[language].time.format(at);
}

function zoneOf(at: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(TIME_ZONE);
  return zoned.offsetNanoseconds === 0 ? 'GMT' : 'BST';
}
