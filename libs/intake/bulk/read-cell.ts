import { Temporal } from 'temporal-polyfill';
import type { BulkColumn, CellKind } from './bulk-columns.ts';
import type { RowFaultCode } from './bulk-upload.ts';

/** A cell's meaning, or what is wrong with it. Days as ISO, numbers as such, choices as the referral's own codes. */
export type ReadCell = { readonly value: string | number } | { readonly fault: RowFaultCode };

const YES_NO = choices({
  yes: ['yes', 'y', 'ie', 'oes', 'ydy', 'do'],
  no: ['no', 'n', 'na', 'nac oes', 'nac ydy', 'naddo'],
  not_known: ['not known', 'unknown', 'anhysbys', 'ddim yn gwybod'],
});
const SEXES = choices({
  M: ['m', 'male', 'boy', 'gwryw', 'bachgen'],
  F: ['f', 'female', 'girl', 'b', 'benyw', 'merch'],
  U: ['u', 'unborn', 'not known', 'unknown', 'heb ei eni', 'anhysbys'],
});
const GRADES = choices({
  standard: ['standard', 'safonol'],
  medium: ['medium', 'canolig'],
  high: ['high', 'uchel'],
  not_known: ['not known', 'unknown', 'anhysbys'],
});
const AGREEMENTS = choices({
  yes: ['yes', 'ie', 'ydyn'],
  no: ['no', 'na', 'nac ydyn'],
  not_asked: ['not asked', 'heb ofyn'],
  cannot_be_asked: ['cannot be asked', 'ni ellir gofyn'],
});
const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO = /^\d{4}-\d{2}-\d{2}$/;
/** Half a surrogate pair, or a character that no text has. */
const NOT_STORABLE = /[\0\p{Cs}]/u;

type Reader = (text: string, today: string) => ReadCell;

const READERS: Readonly<Record<CellKind, Reader>> = {
  line: (text) => ({ value: text.replaceAll(/\s+/g, ' ') }),
  prose: (text) => ({ value: text }),
  day: dayOf,
  answer: (text) => choiceOf(YES_NO, text),
  sex: (text) => choiceOf(SEXES, text),
  grade: (text) => choiceOf(GRADES, text),
  agreement: (text) => choiceOf(AGREEMENTS, text),
  dash_score: (text) => numberOf(text, 27),
  age: (text) => numberOf(text, 25),
};

/** Reads a cell that is not empty; `today` is the local date, ISO. */
export function readCell(column: BulkColumn, text: string, today: string): ReadCell {
  if (NOT_STORABLE.test(text)) return { fault: 'not_storable' };
  return text.length > column.most ? { fault: 'too_long' } : READERS[column.kind](text, today);
}

function dayOf(text: string, today: string): ReadCell {
  const [, day = '', month = '', year = ''] = BRITISH.exec(text) ?? [];
  const iso = ISO.test(text) ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    const read = Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
    return read > today ? { fault: 'in_future' } : { value: read };
  } catch {
    return { fault: 'not_a_day' };
  }
}

function numberOf(text: string, most: number): ReadCell {
  const read = /^\d{1,3}$/.test(text) ? Number(text) : null;
  return read === null || read > most ? { fault: 'not_a_number' } : { value: read };
}

function choiceOf(known: ReadonlyMap<string, string>, text: string): ReadCell {
  const value = known.get(text.toLowerCase().replaceAll(/\s+/g, ' '));
  return value === undefined ? { fault: 'not_a_choice' } : { value };
}

function choices(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([code, texts]) => texts.map((text) => [text, code] as const)));
}
