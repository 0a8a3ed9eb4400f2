import { describe, expect, it } from '@jest/globals';
import type { Case, ReferralDocument } from '#domain';
import type { StoredReferral } from '#intake';
import type { ChronologyEntry } from '../entry.ts';
import type { Reading } from '../reading.ts';
import { makeDocument, type ToExport } from './make-document.ts';
import { ChronologyRedaction, type RedactionChoice } from './redact-entries.ts';

const DOCUMENT: ReferralDocument = {
  schemaVersion: '1',
  referrer: { capacity: 'professional', name: 'Tess Teacher', role: 'Teacher', phone: '01632 960010' },
  children: [
    { ref: 'c1', givenName: 'Robin', familyName: 'Example', dateOfBirth: '2017-05-04' },
    {
      ...{ ref: 'c2', givenName: 'Ffion', familyName: 'Example', dateOfBirth: '2019-08-07' },
      address: { lines: ['27 Harbour Road'], postcode: 'LK4 9ZZ' },
      identifiers: { nhsNumber: '9434765919' },
    },
  ],
  household: { people: [{ name: 'Zoë O’Néill', relationship: 'mother', dateOfBirth: '1985-03-04' }] },
  worries: {
    summary:
      'Robin and Ffi-on, 27 Harbour Rd, LK4 9ZZ (NHS 943 476 5919), say ONEILL Zoe (4/3/85) shouts. Ring 01632 960010.',
  },
};
const NEIGHBOUR: ReferralDocument = {
  ...DOCUMENT,
  referrer: { capacity: 'public', name: 'Nan Nextdoor', relationship: 'neighbour' },
  worries: { summary: 'Mrs Nextdoor heard crying.' },
};
const NAMES = /Ffi|Harbour|9ZZ|943|Neill|NEILL|Zo|1985|4\/3|960010|Nextdoor|neighbour/i;

function caseOf(referralId: string, childIndex: number, childName: string): Case {
  const found = { id: `${referralId}-${String(childIndex)}`, referralId, childIndex, childName };
  return {
    ...found,
    reference: `FD-${referralId}-${String(childIndex + 1)}`,
    authorityId: 'larkshire',
  } as unknown as Case;
}

const SELF = { found: caseOf('r1', 0, 'Robin Example'), relation: 'self', certainty: 'confirmed' } as const;
const SISTER = { found: caseOf('r1', 1, 'Ffion Example'), relation: 'sibling', certainty: 'confirmed' } as const;
const LATER = { found: caseOf('r2', 0, 'Robin Example'), relation: 'child', certainty: 'match' } as const;
const READING = {
  ...{ authorityId: 'larkshire', cases: [SELF, SISTER, LATER], leftOut: 0 },
  referrals: [
    { id: 'r1', agencyId: 'larkbridge-primary', document: DOCUMENT },
    { id: 'r2', agencyId: 'larkbridge-primary', document: NEIGHBOUR },
  ] as unknown as StoredReferral[],
} as unknown as Reading & { leftOut: number };

function entry(changes: Partial<ChronologyEntry>): ChronologyEntry {
  const source = { kind: 'agency', agencyId: 'larkbridge-primary', person: 'Tess Teacher', role: 'Teacher' } as const;
  const at = new Date('2026-03-04T10:00:00Z');
  return {
    ...{ id: 'contact:r1', category: 'contact', what: 'referral', values: {}, text: DOCUMENT.worries.summary, source },
    ...{ date: { day: '2026-03-04', precision: 'day', at }, recordedAt: at, recordedBy: null, correction: null },
    ...{ children: [SELF, SISTER].map((each) => ({ ...each, age: null })), recordedAfterDays: 0, recordedLate: false },
    ...changes,
  };
}

const FROM_NEIGHBOUR = entry({
  ...{ id: 'contact:r2', text: NEIGHBOUR.worries.summary, children: [{ ...LATER, age: null }] },
  source: { kind: 'agency', agencyId: 'larkbridge-primary', person: 'Nan Nextdoor', role: 'neighbour' },
});

function exported(entries: ChronologyEntry[], choice: Partial<RedactionChoice> = {}) {
  const redaction = new ChronologyRedaction(READING, entries, { agencies: false, words: [], ...choice }, 'en');
  const filter = { from: null, to: null, categories: null, withSiblings: true };
  const actor = { name: 'Wren Whitethroat', id: 'x', authorityId: 'larkshire' } as unknown as ToExport['actor'];
  const frame = {
    reading: READING,
    analysis: null,
    filter,
    language: 'en',
    actor,
    purpose: 'review',
    at: new Date(0),
  } as const;
  const document = makeDocument({ ...frame, entries, redaction });
  return { document, text: JSON.stringify(document), leaksIn: redaction.leaksIn() };
}

describe('a redacted chronology', () => {
  it('names the child and nobody else, whoever wrote it in whichever way', () => {
    const { text, leaksIn, document } = exported([entry({}), FROM_NEIGHBOUR]);

    expect(NAMES.exec(text)).toBeNull();
    expect(text).toContain('Robin');
    expect(document.mark).toBe('Redacted copy');
    expect(document.people).toContain('[person 2]: mother');
    expect(leaksIn).toEqual([]);
  });

  it('names who acts for an agency, unless agencies are taken out too', () => {
    expect(exported([entry({})]).text).toContain('Tess Teacher, Teacher, Larkbridge Primary School');
    expect(exported([entry({})], { agencies: true }).text).not.toMatch(/Tess|Larkbridge/);
  });

  it('hides the agency behind a referrer whom the family must not know, wherever it is named', () => {
    const text = 'Larkbridge Primary School rang.';
    const source = { kind: 'staff', agencyId: null, person: 'Wren Whitethroat', role: 'manager' } as const;

    expect(exported([entry({ category: 'move', text, source })]).text).not.toContain('Larkbridge');
  });

  it('hides whom somebody named as the source of an event, and not the staff who entered it', () => {
    const source = { kind: 'other', agencyId: null, person: 'Gwen Vale', role: 'grandmother' } as const;
    const told = entry({
      category: 'event',
      what: 'event',
      values: { kind: 'health' },
      text: 'Mrs Vale said so.',
      source,
    });
    const { text } = exported([{ ...told, recordedBy: 'Wren Whitethroat' }]);

    expect(text).not.toContain('Vale');
    expect(text).toContain('entered by Wren Whitethroat');
  });

  it('says where somebody can still be recognised, so that it is refused', () => {
    expect(exported([entry({ text: 'She is called Harbourside here.' })], { words: ['arboursid'] }).leaksIn).toEqual([
      'contact',
    ]);
  });

  it('tells neither the name nor the case of a sister', () => {
    const [first] = exported([entry({})]).document.entries;

    expect(first?.details[0]).toBe('Robin Example, FD-r1-1. Age: age not known');
    expect(first?.details[1]).toBe('[person 1]. Age: age not known');
  });
});
