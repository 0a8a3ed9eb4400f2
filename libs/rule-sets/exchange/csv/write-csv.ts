import { stringify } from 'csv-stringify/sync';
import type { RuleSet } from '#rules';
import { listText } from '../cell-text/list-text.ts';
import type { Field } from './codec.ts';
import { guarded } from './formula-guard.ts';
import { COLUMNS, EMPTY_LISTS, RECORD, RECORD_KINDS, type RecordKind } from './record-kinds.ts';

type Row = Readonly<Record<string, string>>;

function valueAt(whole: object, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    whole,
  );
}

function cell({ column, keys, codec }: Field, whole: object): [string, string] {
  const value = valueAt(whole, keys);
  // The field's codec is the one for the type of the value at its keys.
  return [column, value === undefined ? '' : guarded(codec.write(value as never))];
}

function rowsOf(kind: RecordKind, ruleSet: RuleSet): readonly Row[] {
  const wholes: readonly object[] = kind.list === null ? [ruleSet] : (ruleSet[kind.list] ?? []);
  return wholes.map((whole) => ({
    [RECORD]: kind.name,
    ...Object.fromEntries(kind.fields.map((field) => cell(field, whole))),
    ...(kind.list === null ? { [EMPTY_LISTS]: emptyLists(ruleSet) } : {}),
  }));
}

function emptyLists(ruleSet: RuleSet): string {
  const empty = (['tests', 'words'] as const).filter((list) => ruleSet[list]?.length === 0);
  return empty.length === 0 ? '' : listText(empty);
}

/**
 * The rule set as one CSV file that a spreadsheet opens as it should: a byte order mark, so that Welsh letters stay; no
 * cell that is taken for a formula; a row for each rule, fact, example and word.
 */
export function writeCsv(ruleSet: RuleSet): string {
  return stringify(
    RECORD_KINDS.flatMap((kind) => rowsOf(kind, ruleSet)),
    // A lone line break inside a cell must be quoted too, whatever ends the records.
    { header: true, columns: [...COLUMNS], record_delimiter: '\r\n', quoted_match: /[\r\n]/, bom: true },
  );
}
