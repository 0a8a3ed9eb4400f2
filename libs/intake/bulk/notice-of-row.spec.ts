import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkReferral } from '../schema/referral-validator.ts';
import { BULK_COLUMNS, type BulkCells, type BulkColumnId } from './bulk-columns.ts';
import { noticeOfRow } from './notice-of-row.ts';

const TODAY = '2026-11-22';
const EMPTY = Object.fromEntries(BULK_COLUMNS.map(({ id }) => [id, ''])) as BulkCells;
const GOOD: BulkCells = {
  ...EMPTY,
  noticeReference: 'PPN-1',
  givenName: 'Robin',
  summary: 'A row between adults.',
  officerPhone: '01632 960010',
};

function documentOf(cells: Partial<BulkCells>): object {
  const read = noticeOfRow({ ...GOOD, ...cells }, TODAY);
  if (!('document' in read)) throw new Error(JSON.stringify(read));
  return read.document;
}

function faultsOf(cells: Partial<BulkCells>): readonly (readonly [BulkColumnId | null, string])[] {
  const read = noticeOfRow({ ...GOOD, ...cells }, TODAY);
  return 'document' in read ? [] : read.map(({ column, code }) => [column, code] as const);
}

describe('a row of a table of notices', () => {
  it('becomes a notification that asks for nothing, with what stands in it and no more', () => {
    expect(documentOf({})).toEqual({
      schemaVersion: '1',
      kind: 'notification',
      senderReference: 'PPN-1',
      referrer: { capacity: 'professional', role: 'Police officer', phone: '01632 960010' },
      children: [{ ref: 'c1', givenName: 'Robin', identifiers: { policeReference: 'PPN-1' } }],
      worries: { summary: 'A row between adults.' },
    });
  });

  it('becomes a request where it asks for help, and tells of domestic abuse in both languages', () => {
    const told = { domesticAbuse: 'Ie', riskGrade: 'Uchel', weapon: 'yes', threatToKill: 'Not known', dashScore: '14' };

    expect(documentOf({ asksForHelp: 'Yes', dateOfBirth: '4/5/2017', ...told })).toMatchObject({
      kind: 'request',
      children: [{ dateOfBirth: '2017-05-04' }],
      domesticAbuse: { grade: 'high', weapon: 'yes', threatToKill: 'not_known', dashScore: 14 },
    });
  });

  it('names every cell at fault at once, and never what stands there', () => {
    const wrong = {
      ...{ noticeReference: '', dateOfBirth: '31/02/2019', estimatedAge: '26', riskGrade: 'severe', dashScore: '4.5' },
      ...{ summary: 'x'.repeat(10_001), school: '\0', officerPhone: '', givenName: '' },
    };

    expect(faultsOf(wrong)).toEqual([
      ['noticeReference', 'missing'],
      ['dateOfBirth', 'not_a_day'],
      ['estimatedAge', 'not_a_number'],
      ['school', 'not_storable'],
      ['summary', 'too_long'],
      ['riskGrade', 'not_a_choice'],
      ['dashScore', 'not_a_number'],
      ['givenName', 'no_child'],
      ['officerPhone', 'no_contact'],
    ]);
  });

  it('takes a birth today and none tomorrow', () => {
    expect(faultsOf({ dateOfBirth: '22/11/2026' })).toEqual([]);
    expect(faultsOf({ dateOfBirth: '23/11/2026' })).toEqual([['dateOfBirth', 'in_future']]);
  });

  it('gives a referral that every sender could send, or says what is wrong, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('', 'Yes', 'no', '01/02/2019', '3'),
    );
    const cells = fc.record(Object.fromEntries(BULK_COLUMNS.map(({ id }) => [id, cell])));
    fc.assert(
      fc.property(cells, (given) => {
        const read = noticeOfRow({ ...GOOD, ...given }, TODAY);
        if ('document' in read) expect(checkReferral(JSON.parse(JSON.stringify(read.document)))).toBeDefined();
        else expect(read.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
