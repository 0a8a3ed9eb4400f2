import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { offsetInFile, rawCells } from './raw-cells.ts';

const PIECES = [',', '\n', '\r\n', '\r', '"a"', '""', '"x""y"', '"\n"', '",\r"', 'b', ' ', "'"];

describe('the search for cells', () => {
  it('finds the cells that the library reads, each where it stands', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const { records, fault } = rawCells(text);
        if (fault !== null) return;
        const options = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: true };
        const values: string[][] = parse(text, options);
        read += 1;
        expect(records.map((record) => record.length)).toEqual(values.map((record) => record.length));
        values.forEach((record, row) => {
          record.forEach((value, place) => {
            const cell = records[row]?.[place] ?? { start: -1, isQuoted: false };
            value.split(/(?:)/).forEach((character, at) => {
              expect(text[offsetInFile(cell, value, at)]).toBe(character);
            });
          });
        });
      }),
      { numRuns: 800 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
