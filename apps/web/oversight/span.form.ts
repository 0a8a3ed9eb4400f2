import { localDateOf } from '#deadlines';
import type { Span } from '#reporting';
import { isDay, type Query, spanFaults, textIn } from './query.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';

const DAYS = 90;
const MS_PER_DAY = 86_400_000;

/** The time asked for, or the last ninety days; and what is wrong with what was typed. */
export interface SpanForm {
  readonly span: Span;
  readonly typed: { readonly from: string; readonly to: string };
  readonly faults: Faults;
}

export function readSpan(query: Query, now: Date, words: Words): SpanForm {
  const usual = { from: localDateOf(now.getTime() - DAYS * MS_PER_DAY), to: localDateOf(now.getTime()) };
  const typed = { from: textIn(query, 'from') || usual.from, to: textIn(query, 'to') || usual.to };
  const faults = spanFaults(typed, words.oversight.span, isDay);
  return { span: Object.keys(faults).length === 0 ? typed : usual, typed, faults };
}

/** The address of the same time on another page. */
export function addressWith(path: string, { from, to }: Span): string {
  return `${path}?${new URLSearchParams({ from, to }).toString()}`;
}
