import type { Language } from '#domain';
import type { Words } from '../words/words.ts';

/** What an export says itself. */
export const EXPORT_WORDS = {
  title: { en: 'Chronology', cy: 'Cronoleg' },
  case: { en: 'Case', cy: 'Achos' },
  child: { en: 'Child', cy: 'Plentyn' },
  redacted: { en: 'Redacted copy', cy: 'Copi wedi’i olygu' },
  exported: { en: 'Exported by {name} on {at}', cy: 'Allforiwyd gan {name} ar {at}' },
  purpose: { en: 'Purpose: {purpose}', cy: 'Diben: {purpose}' },
  page: { en: 'Page {page} of {pages}', cy: 'Tudalen {page} o {pages}' },
  scope: { en: 'What is in it', cy: 'Beth sydd ynddo' },
  from: { en: 'From {day}', cy: 'O {day}' },
  to: { en: 'To {day}', cy: 'Hyd at {day}' },
  categories: { en: 'Only: {categories}', cy: 'Dim ond: {categories}' },
  childOnly: { en: 'This child alone', cy: 'Y plentyn hwn yn unig' },
  withSiblings: { en: 'With brothers and sisters', cy: 'Gyda brodyr a chwiorydd' },
  leftOut: { en: 'Older cases left out: {count}', cy: 'Achosion hŷn a adawyd allan: {count}' },
  order: {
    en: 'By the day something happened; the day it was recorded stands beside it.',
    cy: 'Yn ôl y diwrnod y digwyddodd rhywbeth; mae’r diwrnod y’i cofnodwyd wrth ei ochr.',
  },
  people: { en: 'Whom the placeholders stand for', cy: 'Pwy y mae’r dalfannau’n sefyll drostynt' },
  analysis: { en: 'Analysis', cy: 'Dadansoddiad' },
  by: { en: '{name} ({role}), {at}', cy: '{name} ({role}), {at}' },
  entries: { en: 'Entries', cy: 'Cofnodion' },
  none: { en: 'There are no entries.', cy: 'Nid oes cofnodion.' },
  recorded: { en: 'Recorded', cy: 'Cofnodwyd' },
  recordedBy: { en: 'entered by {name}', cy: 'cofnodwyd gan {name}' },
  age: { en: 'Age', cy: 'Oed' },
  source: { en: 'Source', cy: 'Ffynhonnell' },
} as const satisfies Readonly<Record<string, Words>>;

/** A text of the export with its places filled. */
export function exportWords(
  id: keyof typeof EXPORT_WORDS,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return EXPORT_WORDS[id][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
