import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { described, details, MILL_LANE } from '../testing/described.ts';
import type { PersonDetails } from '../mentions/person-details.ts';
import { bandOf } from './match-model.ts';
import { scorePair } from './score-pair.ts';

const BORN = '2018-05-14';
const HOME = { dateOfBirth: BORN, address: MILL_LANE } as const;
const NHS = '943 476 5919';
const OTHER_NHS = '401 023 2137';

function child(given: string | null, family: string | null, more: Partial<PersonDetails> = HOME) {
  return described(details(given, family, more));
}

function bandBetween(one: ReturnType<typeof child>, other: ReturnType<typeof child>): string {
  return scorePair(one, other).band;
}

describe('two mentions of one child', () => {
  it.each([
    ['a nickname', ['Robert', 'Example'], ['Bobby', 'Example']],
    ['a hyphen', ['Mary-Ann', 'Sample-Example'], ['Mary Ann', 'Sample Example']],
    ['half of a double name', ['Robin', 'Sample-Example'], ['Robin', 'Example']],
    ['the order of the names', ['Robin', 'Example'], ['Example', 'Robin']],
    ['an accent and the Welsh spelling', ['Siôn', 'Prys'], ['John', 'Price']],
    ['a patronymic', ['Rhys', 'ap Gruffydd'], ['Reece', 'Griffiths']],
    ['Mac and Mc', ['Robin', 'Mac Donald'], ['Robin', 'McDonald']],
    ['an O with an apostrophe', ['Robin', "O'Brien"], ['Robin', 'O Brien']],
    ['the spelling of a name from Arabic', ['Mohammed', 'Hussain'], ['Muhammad', 'Husayn']],
    ['Cyrillic letters', ['Олександр', 'Коваленко'], ['Oleksandr', 'Kovalenko']],
    ['Arabic letters', ['محمد', 'حسين'], ['Mohammed', 'Hussain']],
    ['a Polish name of a woman', ['Łucja', 'Kowalska'], ['Lucja', 'Kowalski']],
    ['a slip of a letter', ['Catherine', 'Example'], ['Cathrine', 'Exampel']],
  ] as const)('match in spite of %s', (_, one, other) => {
    expect(bandBetween(child(one[0], one[1]), child(other[0], other[1]))).toBe('match');
  });

  it.each([
    ['day and month swapped', '2018-11-05', '2018-05-11'],
    ['a digit of the date', '2018-05-14', '2018-05-24'],
    ['the year off by one', '2018-05-14', '2019-05-14'],
  ])('match in spite of %s', (_, one, other) => {
    const born = (dateOfBirth: string) => child('Robin', 'Hartumwick', { ...HOME, dateOfBirth });

    expect(bandBetween(born(one), born(other))).toBe('match');
  });

  it('match by their number alone where the rest does not contradict it', () => {
    const known = { identifiers: { nhsNumber: NHS } };

    expect(bandBetween(child('Robin', 'Example', known), child(null, null, known))).toBe('match');
  });

  it('match after a move by name, date and mother', () => {
    const mother = { names: { given: 'Alex', family: 'Hartumwick', other: [] }, dateOfBirth: null };
    const at = (postcode: string) => ({ ...HOME, address: { ...MILL_LANE, postcode }, mother });

    expect(bandBetween(child('Robin', 'Hartumwick', at('LK1 1AA')), child('Robin', 'Hartumwick', at('ZX9 9ZZ')))).toBe(
      'match',
    );
  });
});

describe('two people', () => {
  it('are not a match for being twins at one address', () => {
    expect(bandBetween(child('Robin', 'Example'), child('Alice', 'Example'))).not.toBe('match');
    const twin = (given: string, sex: 'M' | 'F') => child(given, 'Example', { ...HOME, sex });
    expect(bandBetween(twin('Robin', 'M'), twin('Alice', 'F'))).toBe('none');
  });

  it('are not one for being father and son of one name', () => {
    const father = described(
      details('Robin', 'Example', { address: MILL_LANE, relationship: 'father' }),
      'household_member',
    );

    expect(bandBetween(child('Robin', 'Example'), father)).toBe('none');
  });

  it('are not one for a common name alone', () => {
    expect(bandBetween(child('Jack', 'Smith', {}), child('Jack', 'Smith', {}))).toBe('none');
  });

  it('speak strongly against being one by two valid numbers', () => {
    const numbered = (nhsNumber: string) => child('Robin', 'Example', { ...HOME, identifiers: { nhsNumber } });
    const alike = scorePair(child('Robin', 'Example'), child('Robin', 'Example'));
    const apart = scorePair(numbered(NHS), numbered(OTHER_NHS));

    expect(apart.score).toBeLessThan(alike.score);
    expect(apart.band).not.toBe('match');
    expect(apart.evidence).toContainEqual(expect.objectContaining({ field: 'healthNumber', level: 'different' }));
  });

  it('have no number in common that is nobody’s', () => {
    const zeros = { identifiers: { nhsNumber: '000 000 0000' } };

    expect(scorePair(child('Robin', 'Example', zeros), child('Alice', 'Sample', zeros)).evidence).not.toContainEqual(
      expect.objectContaining({ field: 'healthNumber' }),
    );
  });
});

describe('a child without a name', () => {
  const mother = { names: { given: 'Alex', family: 'Hartumwick', other: [] }, dateOfBirth: '1995-02-03' };

  it('is likely the one that was expected, of the same mother at the same address', () => {
    const expected = child(null, 'Hartumwick', { expectedDeliveryDate: '2026-05-20', address: MILL_LANE, mother });
    const born = child('Robin', 'Hartumwick', { dateOfBirth: '2026-05-11', address: MILL_LANE, mother });

    expect(bandBetween(expected, born)).not.toBe('none');
  });

  it('is not the older brother of the one that is expected', () => {
    const expected = child(null, 'Hartumwick', { expectedDeliveryDate: '2026-09-20', address: MILL_LANE, mother });

    expect(bandBetween(expected, child('Robin', 'Hartumwick', { ...HOME, mother }))).toBe('none');
  });

  it('and of whom nothing is known is nobody in particular', () => {
    expect(scorePair(child(null, null, {}), child('Robin', 'Example'))).toMatchObject({ band: 'none', evidence: [] });
  });
});

describe('a score', () => {
  const name = fc.constantFrom('Robin', 'Rob', 'Robyn', 'Alice', 'Example', 'Sample-Example', 'Siôn', '');
  const person = fc
    .record({
      given: name,
      family: name,
      dateOfBirth: fc.constantFrom(null, '2018-05-04', '2018-04-05', '2017-05-04', '2018-01-01'),
      sex: fc.constantFrom(null, 'M' as const, 'F' as const),
      nhsNumber: fc.constantFrom('', NHS, OTHER_NHS, '943 476 5918'),
      postcode: fc.constantFrom('LK1 1AA', 'LK1 1AB', 'ZX9 9ZZ'),
    })
    .map(({ given, family, dateOfBirth, sex, nhsNumber, postcode }) =>
      child(given, family, { dateOfBirth, sex, identifiers: { nhsNumber }, address: { ...MILL_LANE, postcode } }),
    );

  it('is the same whichever of the two comes first, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const { score, evidence } = scorePair(one, other);
        expect(scorePair(other, one)).toEqual({ score: expect.closeTo(score, 10), band: bandOf(score), evidence });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it('does not change with what one of the two does not say', () => {
    const known = child('Robin', 'Example', {
      ...HOME,
      sex: 'F',
      identifiers: { nhsNumber: NHS, upn: 'A950000178301' },
    });
    const less = child('Robin', 'Example');

    expect(scorePair(known, less)).toEqual(scorePair(less, child('Robin', 'Example')));
  });

  it('gives reasons without a value in them', () => {
    const reasons = JSON.stringify(scorePair(child('Robin', 'Hartumwick'), child('Robin', 'Hartumwick')).evidence);

    expect(reasons).toContain('"level":"exact"');
    expect(reasons).not.toMatch(/robin|hartumwick|2018|LK1|mill/i);
  });
});
