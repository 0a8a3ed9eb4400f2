import { type EventDate, readDate } from './event-date.ts';

/** Months as people write them in English and Welsh; three letters of the English name do as well. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr'],
  ['february', 'feb', 'chwefror'],
  ['march', 'mar', 'mawrth'],
  ['april', 'apr', 'ebrill'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin'],
  ['july', 'jul', 'gorffennaf'],
  ['august', 'aug', 'awst'],
  ['september', 'sep', 'sept', 'medi'],
  ['october', 'oct', 'hydref'],
  ['november', 'nov', 'tachwedd'],
  ['december', 'dec', 'rhagfyr'],
];
const ABOUT = /^(?:about|around|approximately|approx\.?|circa|c\.|tua|oddeutu)\s+/;

/**
 * The day that a sender told in words of their own ("4/3/2026", "about 4 March 2026", "March 2026"), where there is no
 * doubt which it is. `null` for everything else: "last Tuesday" is for a person to read, and no day is made up for it.
 */
export function toldDate(words: string): EventDate | null {
  const text = words.trim().toLowerCase();
  const plain = text.replace(ABOUT, '').replace(/[.,]$/, '');
  const iso = isoOf(plain);
  return iso === null ? null : readDate(iso, ABOUT.test(text));
}

function isoOf(text: string): string | null {
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (day !== undefined && month !== undefined) return `${year ?? ''}-${two(month)}-${two(day)}`;
  return inWords(text);
}

function inWords(text: string): string | null {
  const [, day, name = '', year = ''] = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\p{L}+)\.?,?\s+(\d{4})$/u.exec(text) ?? [];
  const month = MONTHS.findIndex((names) => names.includes(name)) + 1;
  if (month === 0) return null;
  return [year, two(String(month)), ...(day === undefined ? [] : [two(day)])].join('-');
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
