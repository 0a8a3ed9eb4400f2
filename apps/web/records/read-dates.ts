import { Temporal } from 'temporal-polyfill';
import { instantOf, localDateOf } from '#deadlines';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Words } from '../words/words.ts';

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

interface DateField {
  readonly name: string;
  /** Whether it must not lie in the future. */
  readonly past?: boolean;
}

interface About {
  readonly faults: Words['records']['faults'];
  readonly now: Date;
}

/** A calendar day as `2026-11-22`; nothing where all boxes are empty; a text says what is wrong. */
export function readDay(field: DateField, typed: FormFields, { faults, now }: About): readonly string[] | string {
  const [day, month, year] = boxesOf(field.name, typed);
  if (`${day}${month}${year}` === '') return [];
  const read = plainDate(day, month, year);
  if (read === null) return faults.noDay;
  return field.past === true && read > localDateOf(now.getTime()) ? faults.future : [read];
}

/** As `readDay`; the day, or day and month, may be left empty: `2026-11` or `2026`. */
export function readVagueDay(field: DateField, typed: FormFields, about: About): readonly string[] | string {
  const [day, month, year] = boxesOf(field.name, typed);
  if (day !== '') return readDay(field, typed, about);
  if (`${month}${year}` === '') return [];
  const first = plainDate('1', month === '' ? '1' : month, year);
  if (first === null) return about.faults.noDay;
  if (field.past === true && first > localDateOf(about.now.getTime())) return about.faults.future;
  return [month === '' ? first.slice(0, 4) : first.slice(0, 7)];
}

/** A day with the local time, as an instant. A time that a change of clocks leaves out is the one an hour later. */
export function readMoment(field: DateField, typed: FormFields, { faults, now }: About): readonly string[] | string {
  const day = readDay({ name: field.name }, typed, { faults, now });
  if (typeof day === 'string') return day;
  const [isoDay] = day;
  const time = textOf(typed, `${field.name}-time`).trim();
  if (isoDay === undefined) return time === '' ? [] : faults.noDay;
  const [, hour, minute] = TIME.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return faults.noTime;
  const at = instantOf(isoDay, { hour: Number(hour), minute: Number(minute) });
  if (field.past === true && at > now.getTime()) return faults.future;
  return [new Date(at).toISOString()];
}

function boxesOf(name: string, typed: FormFields): readonly [string, string, string] {
  const box = (part: string): string => textOf(typed, `${name}-${part}`).trim();
  return [box('day'), box('month'), box('year')];
}

function plainDate(day: string, month: string, year: string): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^[12]\d{3}$/.test(year)) return null;
  try {
    const date = { day: Number(day), month: Number(month), year: Number(year) };
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
