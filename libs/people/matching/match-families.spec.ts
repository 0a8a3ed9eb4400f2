import { describe, expect, it } from '@jest/globals';
import { described, details, MILL_LANE } from '../testing/described.ts';
import { type FamilyMember, matchFamilies } from './match-families.ts';

interface Named extends FamilyMember {
  readonly name: string;
}

const HOME = { dateOfBirth: '2018-05-14', address: MILL_LANE } as const;

function child(given: string, family = 'Hartumwick'): Named {
  return { name: given, person: described(details(given, family, HOME)), mayBeNamedTwice: false };
}

function grownUp(given: string, relationship: string, mayBeNamedTwice = false): Named {
  const person = described(details(given, 'Elmlerlock', { relationship }), 'household_member');
  return { name: `${given}, ${relationship}`, person, mayBeNamedTwice };
}

function bands(ones: readonly Named[], others: readonly Named[]): Record<string, string> {
  const pairs = matchFamilies(ones, others).filter(({ band }) => band !== 'none');
  return Object.fromEntries(pairs.map(({ one, other, band }) => [`${one.name} = ${other.name}`, band]));
}

describe('two families', () => {
  it('share a mother of one name, without date or address, when they share the child', () => {
    const mother = grownUp('Alice', 'mother');

    expect(bands([mother], [mother])).toEqual({});
    expect(bands([child('Robin'), mother], [child('Robin'), mother])).toEqual({
      'Robin = Robin': 'match',
      'Alice, mother = Alice, mother': 'match',
    });
  });

  it('keep twins of much the same name apart', () => {
    const twins = [child('Jason'), child('Jaxon')];

    expect(bands(twins, twins)).toEqual({ 'Jason = Jason': 'match', 'Jaxon = Jaxon': 'match' });
  });

  it('let one person be a father and the source of harm', () => {
    const father = grownUp('Peter', 'father');
    const source = grownUp('Peter', 'stepfather', true);

    expect(bands([child('Robin'), source], [child('Robin'), father, source])).toMatchObject({
      'Peter, stepfather = Peter, father': 'match',
      'Peter, stepfather = Peter, stepfather': 'match',
    });
  });
});
