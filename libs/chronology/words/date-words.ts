import type { Language } from '#domain';
import { TIME_ZONE } from '#deadlines';
import type { Age, AgeAtEvent } from '../age.ts';
import type { EventDate } from '../event-date.ts';
import type { Words } from './words.ts';

const LOCALES: Words = { en: 'en-GB', cy: 'cy-GB' };
const ABOUT: Words = { en: 'about', cy: 'tua' };
const DAY_UNKNOWN: Words = { en: 'day not known', cy: 'diwrnod ddim yn hysbys' };
const AGE_UNKNOWN: Words = { en: 'age not known', cy: 'oed ddim yn hysbys' };
const TO: Words = { en: 'to', cy: 'i' };

const PARTS: Readonly<Record<EventDate['precision'], Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  approximate: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** Formats are dear to make and cheap to use. */
const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** "4 March 2026, 14:05", "about 4 March 2026", "March 2026", as exactly as it is known. */
export function dateInWords(date: EventDate | null, language: Language): string {
  if (date === null) return DAY_UNKNOWN[language];
  if (date.at !== null) return momentInWords(date.at, language);
  const day = dateFormat(language, date.precision).format(new Date(`${date.day}T12:00:00Z`));
  return date.precision === 'approximate' ? `${ABOUT[language]} ${day}` : day;
}

/** "4 March 2026, 14:05" as a clock in London shows it. */
export function momentInWords(at: Date, language: Language): string {
  return `${dateFormat(language, 'day').format(at)}, ${timeFormat(language).format(at)}`;
}

/** "3 years 2 months", "-12 weeks" for a child not yet born; both ends where the day is not known exactly. */
export function ageInWords(age: AgeAtEvent | null, language: Language): string {
  if (age === null) return AGE_UNKNOWN[language];
  const youngest = wordsOfAge(age.youngest, language);
  const oldest = wordsOfAge(age.oldest, language);
  return youngest === oldest ? youngest : `${youngest} ${TO[language]} ${oldest}`;
}

function wordsOfAge(age: Age, language: Language): string {
  if (age.kind === 'unborn') return counted(-age.weeksToGo, 'week', language);
  const { years, months, days } = age;
  if (years === 0 && months === 0) return counted(days, 'day', language);
  const parts = [
    years > 0 ? counted(years, 'year', language) : '',
    months > 0 ? counted(months, 'month', language) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** "12 days", with the mutations that Welsh has after numbers. */
export function counted(count: number, unit: 'day' | 'week' | 'month' | 'year', language: Language): string {
  const key = `${language} ${unit}`;
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  const format = formats.get(key) ?? new Intl.NumberFormat(LOCALES[language], options);
  formats.set(key, format);
  return (format as Intl.NumberFormat).format(count);
}

function dateFormat(language: Language, precision: EventDate['precision']): Intl.DateTimeFormat {
  return remembered(`${language} date ${precision}`, language, PARTS[precision]);
}

function timeFormat(language: Language): Intl.DateTimeFormat {
  return remembered(`${language} time`, language, { hour: '2-digit', minute: '2-digit' });
}

function remembered(key: string, language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: TIME_ZONE });
  formats.set(key, format);
  return format as Intl.DateTimeFormat;
}
