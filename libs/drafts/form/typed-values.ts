import { type DraftFields, textIn } from '../content/fields.ts';
import { dayParts } from './control.ts';

const DAY = /^(\d{1,2}) (\d{1,2}) ([12]\d{3})$/;
const TIME = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/;

/** A day that was typed, as `YYYY-MM-DD`; `null` when nothing was, or no day there is. */
export function typedDay(fields: DraftFields, name: string): string | null {
  const [, day = '', month = '', year = ''] = DAY.exec(dayText(fields, name)) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Whether something was typed that is no day. */
export function isWrongDay(fields: DraftFields, name: string): boolean {
  return dayText(fields, name) !== '  ' && typedDay(fields, name) === null;
}

/** Day, month and year with a space between. */
function dayText(fields: DraftFields, name: string): string {
  return dayParts(name)
    .map((part) => textIn(fields, part))
    .join(' ');
}

/** A time of the clock: `15:30`, `1530`, `9.15`. */
export function typedTime(text: string): { readonly hour: number; readonly minute: number } | null {
  const [, hour, minute] = TIME.exec(text) ?? [];
  return hour === undefined ? null : { hour: Number(hour), minute: Number(minute) };
}

/** A number from 0 to `most`; `null` when nothing was typed. */
export function typedAmount(text: string, most: number): number | 'wrong' | null {
  if (text === '') return null;
  return /^\d{1,3}$/.test(text) && Number(text) <= most ? Number(text) : 'wrong';
}
