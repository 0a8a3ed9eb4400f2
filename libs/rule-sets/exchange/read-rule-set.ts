import { checkParsed } from './check-parsed.ts';
import { readCsv } from './csv/read-csv.ts';
import type { ReadableFormat, ReadResult } from './exchange-types.ts';
import { readJson } from './json/read-json.ts';
import { MAX_BYTES } from './limits.ts';
import type { ParsedFile } from './parsed-file.ts';
import { readYaml } from './yaml/read-yaml.ts';

function parse(text: string, format: ReadableFormat): ParsedFile {
  switch (format) {
    case 'json':
      return readJson(text);
    case 'yaml':
      return readYaml(text);
    case 'csv':
      return readCsv(text);
    default:
      return format satisfies never;
  }
}

/**
 * Reads a rule set from a file's text (rules.md, authoring). Never throws: a text that is no sound rule set gives its
 * faults, of the form and of the rules, all at once up to 1,000, in the order of the file. At most 2 MB, 40 levels deep and
 * 5,000 entries in one list. A byte order mark and any line ends are taken.
 */
export function readRuleSet(text: string, format: ReadableFormat): ReadResult {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    const message = `The file is larger than ${MAX_BYTES / 1_000_000} MB.`;
    return { ruleSet: null, faults: [{ path: '', line: 1, column: 1, message }] };
  }
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return checkParsed(plain, parse(plain, format));
}
