import { describe, expect, it } from '@jest/globals';
import { type Fact, type Facts, type FactValue, known, unknown } from '#domain';
import { anEntry, BOOLEAN, SEVERITY, YEARS } from '../testing/builders.ts';
import { compileFact, readFact, readFacts, UNANSWERED } from './fact-table.ts';

const material = compileFact(anEntry('material', BOOLEAN));
const indicator = compileFact(anEntry('indicator', BOOLEAN, { missing: { absent: false } }));

describe('a fact that is not given', () => {
  it('is unknown where the gap is material', () => {
    expect(readFact(material, {})).toEqual(unknown('not_reported'));
  });

  it('has the value that absence stands for where nobody reported it', () => {
    expect(readFact(indicator, {})).toEqual(known(false));
  });

  it('is not found on the prototype of the facts', () => {
    const fact = compileFact(anEntry('constructor', BOOLEAN));

    expect(readFact(fact, {})).toEqual(unknown('not_reported'));
  });
});

describe('a fact that is given', () => {
  it('stays unknown for the reason given, even where absence would stand for a value', () => {
    expect(readFact(indicator, { indicator: unknown('not_asked') })).toEqual(unknown('not_asked'));
  });

  it.each<[FactValue, string]>([
    ['true', 'text for a boolean'],
    [1, 'a number for a boolean'],
    [0, 'nought for a boolean'],
    ['', 'empty text for a boolean'],
  ])('is unknown and not false when it is %j, %s', (value) => {
    expect(readFact(indicator, { indicator: known(value) })).toEqual(unknown('not_usable'));
  });

  it.each<[FactValue]>([['0'], [''], [false], [-1], [18], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    'is unknown when it is %j and the type is a whole number from 0 to 17',
    (value) => {
      const age = compileFact(anEntry('age', YEARS));

      expect(readFact(age, { age: known(value) })).toEqual(unknown('not_usable'));
    },
  );

  it('is unknown when it is none of the values of its enum', () => {
    const severity = compileFact(anEntry('severity', SEVERITY));

    expect(readFact(severity, { severity: known('SEVERE') })).toEqual(unknown('not_usable'));
    expect(readFact(severity, { severity: known('severe') })).toEqual(known('severe'));
  });

  it.each([null, undefined, true, {}, { known: 'yes', value: true }])(
    'is unknown when it is no fact at all: %j',
    (given) => {
      const facts: Facts = { indicator: given as unknown as Fact };

      expect(readFact(indicator, facts)).toEqual(unknown('not_usable'));
    },
  );
});

it('reads the facts of a case in the order of the catalogue', () => {
  const table = readFacts([material, indicator], { indicator: known(true), stranger: known(true) });

  expect(table).toEqual([UNANSWERED, true]);
});
