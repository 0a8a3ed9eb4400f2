import { describe, expect, it } from '@jest/globals';
import { askedChildOf } from './asked-child.ts';

const CHILD = {
  ref: 'c1',
  givenName: 'Robin',
  familyName: 'Example',
  dateOfBirth: '2017-05-04',
  address: { lines: ['1 Mill Lane'], postcode: 'LK1 1AA' },
  religion: 'none',
  identifiers: { nhsNumber: '9000000009', upn: 'A123456789012', policeReference: 'P1' },
} as const;

describe('what an agency is told of a child', () => {
  it('is the name and the date of birth, and nothing else unasked', () => {
    expect(askedChildOf(CHILD, { type: 'health', share: [] })).toEqual({
      name: 'Robin Example',
      dateOfBirth: '2017-05-04',
      expectedDeliveryDate: null,
      address: null,
      identifiers: {},
    });
  });

  it('holds the identifiers that the agency itself works with', () => {
    const identifiersFor = (type: 'health' | 'school' | 'police' | 'housing') =>
      askedChildOf(CHILD, { type, share: ['identifiers'] }).identifiers;

    expect(identifiersFor('health')).toEqual({ nhsNumber: '9000000009' });
    expect(identifiersFor('school')).toEqual({ upn: 'A123456789012' });
    expect(identifiersFor('police')).toEqual({ policeReference: 'P1' });
    expect(identifiersFor('housing')).toEqual({});
  });

  it('holds the address where the sender says so, and null for what nobody knows', () => {
    expect(askedChildOf(CHILD, { type: 'housing', share: ['address'] }).address).toBe('1 Mill Lane, LK1 1AA');
    expect(askedChildOf({ ref: 'c1' }, { type: 'housing', share: ['address'] })).toMatchObject({
      name: null,
      dateOfBirth: null,
      address: null,
    });
  });
});
