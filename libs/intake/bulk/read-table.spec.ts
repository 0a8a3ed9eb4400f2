import { describe, expect, it } from '@jest/globals';
import { BULK_COLUMNS } from './bulk-columns.ts';
import { MAX_UPLOAD_ROWS } from './bulk-upload.ts';
import { readTable, type TableRow } from './read-table.ts';

const HEADINGS = 'Notice reference,Child given name,What happened';

function rowsOf(text: string | Buffer): readonly TableRow[] {
  const read = readTable(Buffer.from(text));
  if ('code' in read) throw new Error(`A fault: ${read.code}`);
  return read;
}

function faultOf(text: string): object {
  const read = readTable(Buffer.from(text));
  return 'code' in read ? read : { code: null };
}

describe('a table of notices', () => {
  it('numbers rows as a spreadsheet does, passes over empty ones, and takes several lines in a cell', () => {
    const rows = rowsOf(`${HEADINGS}\r\nP-1,Robin,"one\nline, and another"\r\n,,\r\nP-2,Kim,two\r\n`);

    expect(rows.map(({ row, cells }) => [row, cells.noticeReference, cells.summary])).toEqual([
      [2, 'P-1', 'one\nline, and another'],
      [4, 'P-2', 'two'],
    ]);
  });

  it.each([
    ['semicolons', 'Notice reference;What happened\nP-1;x'],
    ['tabs', 'Notice reference\tWhat happened\nP-1\tx'],
    ['Welsh headings, in any case', 'CYFEIRNOD YR HYSBYSIAD,beth ddigwyddodd\nP-1,x'],
    ['a byte order mark', '\uFEFFNotice reference,What happened\nP-1,x'],
    ['columns of our own download', 'Row,What to put right,Notice reference,What happened\n7,Mend it,P-1,x'],
  ])('reads %s', (_, text) => {
    expect(rowsOf(text)[0]?.cells).toMatchObject({ noticeReference: 'P-1', summary: 'x' });
  });

  it('reads what a spreadsheet on Windows wrote in its own alphabet', () => {
    const rows = rowsOf(Buffer.from(`${HEADINGS}\nP-1,Si\xe2n,x`, 'latin1'));

    expect(rows[0]?.cells.givenName).toBe('Siân');
  });

  it('takes off the mark that our downloads put before a formula', () => {
    const rows = rowsOf(`${HEADINGS}\nP-1,'=Kim,'quoted' words`);

    expect(rows[0]?.cells).toMatchObject({ givenName: '=Kim', summary: `'quoted' words` });
  });

  it('says which headings are missing, which nobody knows, and which stand there twice', () => {
    expect(faultOf('Child given name\nRobin')).toMatchObject({
      code: 'missing_columns',
      columns: ['noticeReference', 'summary'],
    });
    expect(faultOf(`${HEADINGS},Shoe size\nP-1,Robin,x,4`)).toMatchObject({
      code: 'unknown_columns',
      headings: ['Shoe size'],
    });
    expect(faultOf(`${HEADINGS},What happened\nP-1,Robin,x,y`)).toMatchObject({
      code: 'not_a_table',
      columns: ['summary'],
    });
  });

  it('tells the line where a quotation mark is left open, and refuses no rows and too many', () => {
    expect(faultOf(`${HEADINGS}\nP-1,"Robin,x\n`)).toMatchObject({ code: 'not_a_table' });
    expect(faultOf(`${HEADINGS}\n,,\n`)).toMatchObject({ code: 'empty' });
    expect(faultOf(`${HEADINGS}\n${'P,Robin,x\n'.repeat(MAX_UPLOAD_ROWS + 1)}`)).toMatchObject({
      code: 'too_many_rows',
    });
  });

  it('has headings that differ in both languages', () => {
    const headings = BULK_COLUMNS.flatMap(({ en, cy }) => [en.toLowerCase(), cy.toLowerCase()]);

    expect(new Set(headings).size).toBe(headings.length);
  });
});
