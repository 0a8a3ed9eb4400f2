import { parse } from 'csv-parse/sync';
import { Findings } from '../findings.ts';
import { MAX_ENTRIES } from '../limits.ts';
import { type ParsedFile, unreadable } from '../parsed-file.ts';
import { CsvRuleSet } from './csv-rule-set.ts';
import { rawCells } from './raw-cells.ts';
import { sheetOf } from './sheet.ts';

/** Rows of all kinds together. */
const MAX_RECORDS = 4 * MAX_ENTRIES;

/** The cells' contents; null when the library refuses what the search for cells let pass. */
function contents(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: true });
  } catch {
    return null;
  }
}

/** Reads the CSV that `writeCsv` writes, also after a spreadsheet has saved it. */
export function readCsv(text: string): ParsedFile {
  const findings = new Findings();
  const { records, fault } = rawCells(text);
  if (fault !== null) return unreadable([{ path: '', ...fault }]);
  const surplus = records[MAX_RECORDS]?.[0];
  if (surplus !== undefined) {
    return unreadable([{ path: '', offset: surplus.start, message: `There may be at most ${MAX_RECORDS} rows.` }]);
  }
  const values = contents(text);
  if (values === null) return unreadable([{ path: '', offset: 0, message: 'The file cannot be read as CSV.' }]);
  const sheet = sheetOf(values, records, findings);
  return sheet === null ? unreadable(findings.all) : new CsvRuleSet(findings).read(sheet);
}
