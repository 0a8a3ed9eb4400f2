import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BULK_COLUMNS, type BulkCells, type BulkUpload } from '#intake';
import { WORDS } from '../words/words.ts';
import { faultsCsv, receiptsCsv, templateCsv } from './bulk-csv.ts';
import { describedColumns, fileFault, listedUpload, uploadPage } from './bulk.presenter.ts';

const CELLS = Object.fromEntries(BULK_COLUMNS.map(({ id }) => [id, ''])) as BulkCells;
const AT = new Date('2026-11-22T10:00:00Z');
const UPLOAD: BulkUpload = {
  ...{ id: 'u', fileName: 'notices.csv', uploadedBy: 'police-officer', uploadedByName: 'Pat Pipit' },
  ...{ uploadedAt: AT, sentAt: null, expiresAt: AT, repeated: 0 },
  counts: { faulty: 1, ready: 2, stored: 0, refused: 0 },
};

describe('tables of notices to download', () => {
  it('hold no formula, whatever an agency typed', () => {
    const cells = { ...CELLS, noticeReference: '=1+1', summary: '@SUM(A1)', officerPhone: '+44 1632 960010' };
    const text = faultsCsv([{ row: 3, cells, faults: [{ code: 'missing', column: null }] }], WORDS.en, 'en');
    const [, row = []] = parse(text, { bom: true });

    expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(row).toEqual(expect.arrayContaining([`'=1+1`, `'@SUM(A1)`, `'+44 1632 960010`]));
  });

  it('say for each row what to put right, column by column', () => {
    const faults = [
      { code: 'not_a_day', column: 'dateOfBirth' } as const,
      { code: 'missing', column: 'summary' } as const,
    ];
    const [headings = [], row = []] = parse(faultsCsv([{ row: 7, cells: CELLS, faults }], WORDS.en, 'en'), {
      bom: true,
    });

    expect(headings.slice(0, 3)).toEqual(['Row', 'What to put right', 'Notice reference']);
    expect(row.slice(0, 2)).toEqual([
      '7',
      'Date of birth: Write a date that exists, as 31/03/2019. What happened: Fill in this cell. It must not be empty.',
    ]);
  });

  it('give the receipts of what is stored, with the sender’s own number', () => {
    const stored = {
      row: 2,
      state: 'stored',
      faults: [],
      reference: 'FD-2345-6789',
      storedAt: AT,
      repeated: true,
    } as const;
    const faulty = { row: 3, state: 'faulty', faults: [], reference: null, storedAt: null, repeated: false } as const;
    const kept = [{ row: 2, cells: { ...CELLS, noticeReference: 'PPN-1' } }];
    const text = receiptsCsv([stored, faulty], kept, WORDS.en, 'en');

    expect(parse(text, { bom: true, from: 2 })).toEqual([
      ['2', 'PPN-1', 'FD-2345-6789', 'Sun 22 November 2026, 10:00 GMT', 'Yes'],
    ]);
  });

  it('give the headings of each language', () => {
    expect(templateCsv('cy')).toContain('Cyfeirnod yr hysbysiad,');
    expect(describedColumns(WORDS.cy, 'cy').map(({ name }) => name)).toHaveLength(BULK_COLUMNS.length);
  });
});

describe('the pages of an upload', () => {
  it('say what is wrong with a whole file, and where', () => {
    expect(fileFault({ code: 'missing_columns', columns: ['summary'], headings: [], line: null }, WORDS.en, 'en')).toBe(
      'The file lacks columns that must be there: “What happened”',
    );
    expect(fileFault({ code: 'not_a_table', columns: [], headings: [], line: 4 }, WORDS.en, 'en')).toContain(
      'Look at line 4 of the file.',
    );
  });

  it.each([
    [{}, '2 ready to send, 1 to put right'],
    [{ sentAt: AT, counts: { faulty: 0, ready: 3, stored: 1, refused: 1 } }, '2 of 5 done, 1 to put right'],
    [{ sentAt: AT, counts: { faulty: 0, ready: 0, stored: 5, refused: 0 } }, '5 stored'],
  ])('tell in the list how far %j is', (changes, standing) => {
    expect(listedUpload({ ...UPLOAD, ...changes }, WORDS.en).standing).toBe(standing);
  });

  it('shows the first hundred faults, and says how many more there are', () => {
    const fault = { code: 'missing', column: 'summary' } as const;
    const rows = Array.from({ length: 120 }, (_, index) => ({
      ...({ row: index + 2, state: 'faulty', faults: [fault] } as const),
      ...{ reference: null, storedAt: null, repeated: false },
    }));
    const page = uploadPage({ upload: UPLOAD, rows }, WORDS.en, 'en');

    expect(page).toMatchObject({ stage: 'checked', title: 'What we found in your file', ready: 2, moreFaults: 20 });
    expect(page.faults).toHaveLength(100);
  });
});
