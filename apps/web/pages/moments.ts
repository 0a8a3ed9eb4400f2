import { Temporal } from 'temporal-polyfill';
import type { Language } from '../words/language.ts';

const ZONE = 'Europe/London';
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** "Monday 23 November 2026, 16:05 GMT": the local time of every nation served, with its zone. */
export function momentIn(language: Language, at: Date): string {
  return `${dayIn(language, at)}, ${timeIn(language, at)} ${zoneOf(at)}`;
}

/** A day in full; of a moment, the day in local time; of a text, the calendar day it names (`2026-11-23`). */
export function dayIn(language: Language, at: Date | string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const isDay = typeof at === 'string' && at.length === 10;
  const moment = typeof at === 'string' ? new Date(isDay ? `${at}T12:00:00Z` : at) : at;
  return new Intl.DateTimeFormat(LOCALES[language], { ...format, timeZone: ZONE }).format(moment).replace(',', '');
}

/** Hours and minutes, 24 hours a day, local time. */
export function timeIn(language: Language, at: Date): string {
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}

function zoneOf(at: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
  return zoned.offsetNanoseconds === 0 ? 'GMT' : 'BST';
}
