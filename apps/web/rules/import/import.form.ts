import { type FileFault, readRuleSet } from '#rule-sets';
import type { RuleSet } from '#rules';
import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import type { UploadedFile } from '../../door/uploads.ts';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { MOST_PROSE } from '../draft/draft.form.ts';

/** Formats that are read. */
export const READ_FORMATS = ['csv', 'yaml', 'json'] as const;
type ReadFormat = (typeof READ_FORMATS)[number];

const MOST_BYTES = 2_000_000;
const FORMAT_OF_ENDING: Readonly<Record<string, ReadFormat>> = { json: 'json', yaml: 'yaml', yml: 'yaml', csv: 'csv' };

/** A text in a format, out of a file or a field; or what is wrong with the form. */
export type Brought = { readonly text: string; readonly format: ReadFormat } | { readonly faults: Faults };

export function broughtInFile(file: UploadedFile | null, { rules }: Words): Brought {
  const { bringIn } = rules;
  if (file === null) return { faults: { file: bringIn.noFile } };
  if (file === 'too_large' || (file !== 'name_not_usable' && file.bytes.length > MOST_BYTES)) {
    return { faults: { file: bringIn.tooLarge } };
  }
  const ending = file === 'name_not_usable' ? '' : (file.name.toLowerCase().split('.').at(-1) ?? '');
  const format = FORMAT_OF_ENDING[ending];
  if (file === 'name_not_usable' || format === undefined) return { faults: { file: bringIn.badFormat } };
  return { text: file.bytes.toString('utf8'), format };
}

export function broughtInText(fields: FormFields, { rules }: Words): Brought {
  const text = textOf(fields, 'text');
  const format = READ_FORMATS.find((one) => one === textOf(fields, 'format')) ?? 'json';
  return text.trim() === '' ? { faults: { text: rules.bringIn.noText } } : { text, format };
}

/** The rules of a text and how they are to be called; or every fault, those of the text with its lines. */
export type ReadImport =
  | { readonly ruleSet: RuleSet; readonly label: string; readonly changeNote: string }
  | { readonly faults: Faults; readonly lines: readonly FileFault[] };

const LABEL = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

export function readImport(brought: Brought, fields: FormFields, words: Words, at: 'file' | 'text'): ReadImport {
  if ('faults' in brought) return { faults: brought.faults, lines: [] };
  const { ruleSet, faults } = readRuleSet(brought.text, brought.format);
  if (ruleSet === null) return { faults: { [at]: words.rules.bringIn.faulty }, lines: faults };
  const [label, note] = [textOf(fields, `${at}-label`).trim(), textOf(fields, `${at}-note`).trim()];
  const { faults: texts } = words.rules.start;
  const wrong = {
    ...(LABEL.test(label === '' ? ruleSet.version : label) ? {} : { [`${at}-label`]: texts.label }),
    ...(note === '' ? { [`${at}-note`]: texts.note } : {}),
    ...(note.length > MOST_PROSE ? { [`${at}-note`]: texts.noteLong } : {}),
  };
  if (Object.keys(wrong).length > 0) return { faults: wrong, lines: [] };
  return { ruleSet, label: label === '' ? ruleSet.version : label, changeNote: note };
}
