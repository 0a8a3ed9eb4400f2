import { describe, expect, it } from '@jest/globals';
import { described, details, MILL_LANE } from '../testing/described.ts';
import type { PersonDetails } from '../mentions/person-details.ts';
import { blockingKeysOf, isIdentifierKey } from './blocking-keys.ts';

const HOME = { dateOfBirth: '2018-05-11', address: MILL_LANE } as const;
const MOVED = { ...MILL_LANE, postcode: 'ZX9 9ZZ' };

function keys(given: string | null, family: string | null, more: Partial<PersonDetails> = HOME): string[] {
  return blockingKeysOf(described(details(given, family, more)));
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set(one.filter((key) => other.includes(key)).map((key) => key.split(' ')[0] ?? ''))].sort();
}

describe('blocking keys', () => {
  it.each([
    ['another given name after a move', keys('Alice', 'Example', { ...HOME, address: MOVED }), ['nb']],
    ['another family name after a move', keys('Robin', 'Sample', { ...HOME, address: MOVED }), ['nb']],
    ['the names changed round after a move', keys('Example', 'Robin', { ...HOME, address: MOVED }), ['nb', 'nd', 'ny']],
    ['day and month swapped after a move', keys('Alice', 'Example', { dateOfBirth: '2018-11-05' }), ['nb']],
    ['another day and month after a move', keys('Robin', 'Example', { dateOfBirth: '2018-09-30' }), ['ny']],
    ['another year after a move', keys('Robin', 'Example', { dateOfBirth: '2013-05-11' }), ['nd']],
    ['no date', keys('Robin', 'Example', { address: MILL_LANE }), ['pn']],
    ['an estimated age', keys('Robin', 'Example', { estimatedAgeYears: 8 }), ['ny']],
    ['two other names', keys('Alice', 'Sample'), ['pb']],
  ])('are shared in spite of %s', (_, other, kinds) => {
    expect(shared(keys('Robin', 'Example'), other)).toEqual(kinds);
  });

  it('are shared by a nickname and by spellings of one name', () => {
    const at = { dateOfBirth: HOME.dateOfBirth };

    expect(shared(keys('Robert', null, at), keys('Bob', null, at))).toEqual(['nb']);
    expect(shared(keys('Siân', null, at), keys('Jane', null, at))).toEqual(['nb']);
    expect(shared(keys(null, 'Choudhury', at), keys(null, 'Chaudhry', at))).toEqual(['nb']);
  });

  it('find a child without a name by its mother', () => {
    const mother = { names: { given: 'Alex', family: 'Example', other: [] }, dateOfBirth: '1995-02-03' };

    expect(
      shared(
        keys(null, null, { expectedDeliveryDate: '2026-09-20', mother }),
        keys('Robin', 'Sample', { dateOfBirth: '2026-05-02', mother }),
      ),
    ).toEqual(['mb']);
  });

  it('are numbers first, which are looked up whoever shares them', () => {
    const [first = ''] = keys('Robin', 'Example', { identifiers: { nhsNumber: '943 476 5919' } });

    expect(first).toBe('health 9434765919');
    expect(isIdentifierKey(first)).toBe(true);
    expect(keys('Robin', 'Example').some(isIdentifierKey)).toBe(false);
  });

  it('are few, and none for whom nothing is known', () => {
    expect(keys('Alexandra Elizabeth', 'Sample-Example').length).toBeLessThan(40);
    expect(keys(null, null, {})).toEqual([]);
  });
});
