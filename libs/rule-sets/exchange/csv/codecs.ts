import type { CatalogueEntry, Condition, FactType, RuleTest } from '#rules';
import { CellFault } from '../cell-text/cell-fault.ts';
import { conditionText } from '../cell-text/condition-text.ts';
import { factsText, parseFacts, parseTests, testsText } from '../cell-text/facts-text.ts';
import { factTypeText, missingText, parseFactType, parseMissing } from '../cell-text/fact-type-text.ts';
import { listText, parseList } from '../cell-text/list-text.ts';
import { parseCondition } from '../cell-text/parse-condition.ts';
import type { Codec } from './codec.ts';

const WHOLE = /^\s*-?\d+\s*$/;
/** Spreadsheets in the United Kingdom show and save a day this way. */
const BRITISH_DAY = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/;
const FLAGS: Readonly<Record<string, boolean>> = { yes: true, no: false, true: true, false: false };

function readFlag(text: string): boolean {
  const word = text.trim().toLowerCase();
  const flag = Object.hasOwn(FLAGS, word) ? FLAGS[word] : undefined;
  if (flag === undefined) throw new CellFault(0, 'It must be "yes", "no" or blank.');
  return flag;
}

function readDay(text: string): string {
  const [, day = '', month = '', year = ''] = BRITISH_DAY.exec(text) ?? [];
  return year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Text as it stands. */
export const TEXT: Codec = { write: (value: string) => value, read: (text) => text };
/** A code, an id or another word for which blanks around it mean nothing. */
export const WORD: Codec = { write: (value: string) => value, read: (text) => text.trim() };
export const WHOLE_NUMBER: Codec = {
  write: (value: number) => String(value),
  read: (text) => (WHOLE.test(text) ? Number(text) : text),
};
export const FLAG: Codec = { write: (value: boolean) => (value ? 'yes' : 'no'), read: readFlag };
export const DAY: Codec = { write: (value: string) => value, read: readDay };
export const LIST: Codec = { write: (value: readonly string[]) => listText(value), read: parseList };
export const CONDITION: Codec = { write: (value: Condition) => conditionText(value), read: parseCondition };
export const FACTS: Codec = {
  write: (value: RuleTest['facts']) => factsText(value),
  read: parseFacts,
  whenBlank: {},
};
export const TESTS: Codec = { write: (value: readonly RuleTest[]) => testsText(value), read: parseTests };
export const TYPE: Codec = { write: (value: FactType) => factTypeText(value), read: parseFactType };
export const MISSING: Codec = { write: (value: CatalogueEntry['missing']) => missingText(value), read: parseMissing };
