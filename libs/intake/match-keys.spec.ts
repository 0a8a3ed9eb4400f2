import { describe, expect, it } from '@jest/globals';
import { matchKeysOf } from './match-keys.ts';

describe('keys that count earlier contacts', () => {
  it('are the same however an identifier or a name is spaced and cased', () => {
    const one = {
      ref: 'a',
      givenName: 'Robin',
      familyName: 'O’Example',
      dateOfBirth: '2018-05-04',
      identifiers: { nhsNumber: '943 476 5919' },
    };
    const other = {
      ref: 'b',
      givenName: 'ROBIN',
      familyName: "o'example",
      dateOfBirth: '2018-05-04',
      identifiers: { nhsNumber: '9434765919' },
    };

    expect(matchKeysOf(one)).toEqual(matchKeysOf(other));
    expect(matchKeysOf(one)).toHaveLength(2);
  });

  it('need a whole address for a household and a birth date beside a name', () => {
    expect(matchKeysOf({ ref: 'a', givenName: 'Robin', address: { postcode: 'LK1 1AA' } })).toEqual([]);
    expect(
      matchKeysOf({ ref: 'a', whyUnknown: 'x', address: { lines: ['1 Mill Lane'], postcode: 'LK1 1AA' } }),
    ).toHaveLength(1);
  });

  it('do not make strangers one child or one family', () => {
    const unknown = { ref: 'a', whyUnknown: 'x', identifiers: { nhsNumber: 'not known', upn: 'none' } };
    const homeless = { ref: 'a', whyUnknown: 'x', address: { lines: ['No fixed abode'], postcode: 'ZZ99 3VZ' } };
    const named = (givenName: string) => matchKeysOf({ ref: 'a', givenName, dateOfBirth: '2018-05-04' });

    expect(matchKeysOf(unknown)).toEqual([]);
    expect(matchKeysOf(homeless)).toEqual([]);
    expect(named('Оксана')).not.toEqual(named('Ірина'));
  });
});
