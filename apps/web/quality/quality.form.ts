import { URGENCIES } from '#domain';
import { type Closing, CONCLUSIONS, LARGEST_SAMPLE, RATED_OUTCOMES, type Rating, STRATA, type Strata } from '#quality';
import type { FormFields } from '#sign-in';
import { isDay, spanFaults } from '../oversight/query.ts';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';

/** What somebody filled in, or what is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly faults: Faults };

const MOST_CHARACTERS = 4_000;

export interface Drawing {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly strata: Strata;
  readonly onlyOverrides: boolean;
}

export function readDrawing(fields: FormFields, words: Words): Read<Drawing> {
  const text = words.quality.draw;
  const span = { from: textOf(fields, 'from').trim(), to: textOf(fields, 'to').trim() };
  const size = sizeIn(textOf(fields, 'size').trim());
  const faults: Faults = {
    ...spanFaults(span, { badDay: text.noDay, badSpan: text.badSpan }, isDay),
    ...(size === null ? { size: text.badSize(LARGEST_SAMPLE) } : {}),
  };
  if (size === null || Object.keys(faults).length > 0) return { faults };
  const strata = STRATA.find((each) => each === textOf(fields, 'strata')) ?? 'none';
  return { value: { ...span, size, strata, onlyOverrides: textOf(fields, 'onlyOverrides') === 'yes' } };
}

/** A whole number of decisions that can be drawn. */
function sizeIn(text: string): number | null {
  const size = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return size >= 1 && size <= LARGEST_SAMPLE ? size : null;
}

export function readRating(fields: FormFields, words: Words): Read<Omit<Rating, 'ratedAt'>> {
  const text = words.quality.rate;
  const outcome = RATED_OUTCOMES.find((each) => each === textOf(fields, 'outcome'));
  const urgency = URGENCIES.find((each) => each === textOf(fields, 'urgency'));
  const enough = ['yes', 'no'].find((each) => each === textOf(fields, 'knewEnough'));
  const reason = textOf(fields, 'reason').trim();
  if (outcome !== undefined && urgency !== undefined && enough !== undefined && isProse(reason)) {
    return { value: { outcome, urgency, knewEnough: enough === 'yes', reason } };
  }
  return {
    faults: {
      ...(outcome === undefined ? { outcome: text.noOutcome } : {}),
      ...(urgency === undefined ? { urgency: text.noUrgency } : {}),
      ...(enough === undefined ? { knewEnough: text.noEnough } : {}),
      ...(isProse(reason) ? {} : { reason: reason === '' ? text.noReason : text.longReason }),
    },
  };
}

export function readClosing(fields: FormFields, words: Words): Read<Pick<Closing, 'conclusion' | 'note'>> {
  const text = words.quality.difference;
  const conclusion = CONCLUSIONS.find((each) => each === textOf(fields, 'conclusion'));
  const note = textOf(fields, 'note').trim();
  if (conclusion !== undefined && isProse(note)) return { value: { conclusion, note } };
  return {
    faults: {
      ...(conclusion === undefined ? { conclusion: text.noConclusion } : {}),
      ...(isProse(note) ? {} : { note: note === '' ? text.noNote : text.longNote }),
    },
  };
}

function isProse(text: string): boolean {
  return text !== '' && text.length <= MOST_CHARACTERS;
}
