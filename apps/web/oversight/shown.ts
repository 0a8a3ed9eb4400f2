import type { Language } from '#domain';
import { type ChartData, chartSvg } from '../charts/chart.ts';
import type { Words } from '../words/words.ts';
import { NO_NUMBER } from './table.ts';

/** A count, or that it is not shown. */
export function shownIn(words: Words, number: number | null): string {
  return number === null ? words.oversight.withheld : String(number);
}

/** A picture only where it would show something: the table stands beside it anyway. */
export function chartOf(chart: ChartData): string | null {
  const hasSome = chart.series.some(({ values }) => values.some((value) => value !== null && value > 0));
  return hasSome ? chartSvg(chart) : null;
}

/** Per cent of a whole; nothing where either is not shown or there is no whole. */
export function shareOf(part: number | null, whole: number | null): string {
  return part === null || whole === null || whole === 0 ? NO_NUMBER : `${String(Math.round((part / whole) * 100))} %`;
}

/** "November 2026" of `2026-11`. */
export function monthIn(language: Language, month: string): string {
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${month}-15T12:00:00Z`));
}

/** Months on the axis of a chart: "11/26". */
export function shortMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(2, 4)}`;
}
