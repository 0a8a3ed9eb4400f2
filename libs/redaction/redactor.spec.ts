import { describe, expect, it } from '@jest/globals';
import { findsLeak, telltalesOf } from './find-leaks.ts';
import { needlesFor } from './needles.ts';
import type { OwnWords } from './own-words.ts';
import { ownWordsOf } from './own-words.ts';
import { Redactor } from './redactor.ts';
import type { Identifier, RedactionKind, ThirdParty } from './third-party.ts';

const OWN = ownWordsOf({
  ref: 'c1',
  givenName: 'Robin',
  familyName: 'Example',
  dateOfBirth: '2017-05-04',
  address: { lines: ['1 Mill Lane'], postcode: 'LK1 1AA' },
});

function person(number: number, ...identifiers: readonly [RedactionKind, string][]): ThirdParty {
  return { number, relationship: null, identifiers: identifiers.map(([kind, value]): Identifier => ({ kind, value })) };
}

const PEOPLE = [
  person(1, ['name', 'Zoë O’Néill-Żabińska'], ['date_of_birth', '1985-03-04'], ['telephone', '01632 960017']),
  person(2, ['name', 'Jo'], ['address', '27 Harbour Road'], ['address', 'LK4 9ZZ'], ['number', '943 476 5919']),
  person(3, ['name', 'Pat Example'], ['email', 'pat.example+x@example.org'], ['address', '1 Mill Lane']),
];

function redactor(
  people: readonly ThirdParty[] = PEOPLE,
  added: readonly string[] = [],
  own: OwnWords = OWN,
): Redactor {
  return new Redactor(
    needlesFor(people, added, own).needles,
    (kind, who) => `[${kind} ${who === null ? '' : String(who)}]`,
  );
}

const told = (text: string): string => redactor().redact(text);

describe('the redactor', () => {
  it.each([
    'Zoë O’Néill-Żabińska',
    'ZOE O NEILL ZABINSKA',
    "zoe o'neill–zabinska",
    'Zoe\u0308 O’Ne\u0301ill-Żabińska',
    'Zo\u00adë O\u200bNéillŻabińska',
    'O’Néill-Żabińska, Zoë',
    'Z. Żabińska',
    'ＺＯＥ',
    'Ż-a-b-i-ń-s-k-a',
    'z a b i n s k a',
    'Zabin-\nska',
  ])('finds a name spelt %j', (spelling) => {
    const text = told(`Then ${spelling} left.`);

    expect(text).toMatch(/^Then (\[name 1\]\W*)+ left\.$/);
  });

  it.each(['01632 960017', '01632960017', '+44 1632 960 017', '0044 (0)1632-960017', '(01632) 960.017', '1632 960017'])(
    'finds a telephone number written %j',
    (spelling) => {
      expect(told(`Ring ${spelling}, please`)).toMatch(/^Ring \W*\[telephone 1\], please$/);
    },
  );

  it.each([
    '1985-03-04',
    '4/3/1985',
    '04.03.85',
    '4th March 1985',
    '4th of March, 1985',
    'March 4, 1985',
    '4 Mar 85',
    '4 Mawrth 1985',
    '19850304',
  ])('finds a date of birth written %j', (spelling) => {
    expect(told(`born ${spelling}.`)).toBe('born [date_of_birth 1].');
  });

  it.each([
    ['27, harbour rd.', 'address 2'],
    ['lk4-9zz', 'address 2'],
    ['LK49ZZ', 'address 2'],
    ['943-476-5919', 'number 2'],
    ['Pat.Example+X@Example.ORG', 'email 3'],
    ['pat.example+x [at] example (dot) org', 'email 3'],
  ])('finds %j', (spelling, placeholder) => {
    expect(told(`see ${spelling} now`)).toMatch(new RegExp(`^see \\[${placeholder}\\]\\.? now$`));
  });

  it('leaves the child’s own name, address and date of birth, and words that merely contain a name', () => {
    const own = 'Robin Example of 1 Mill Lane, LK1 1AA, born 2017-05-04, joined the jolly patrol; Patagonia; as a job.';

    expect(told(own)).toBe(own);
  });

  it('takes out a parent with the child’s surname, and says how many words the two share', () => {
    expect(told('Pat Example and Pat’s son Robin Example')).toBe('[name 3] and [name 3]’s son Robin Example');
    expect(needlesFor(PEOPLE, [], OWN).sharedWithChild).toBe(1);
  });

  it('takes out what was added by hand, however it is spelt, and counts by kind', () => {
    const own = redactor(PEOPLE, ['The Blue Café']);

    expect(own.redact('at the  BLUE cafe with Jo and JO')).toBe('at [added ] with [name 2] and [name 2]');
    expect(own.counts()).toMatchObject({ added: 1, name: 2, telephone: 0 });
  });

  it('survives text that is all separators, or very long', () => {
    expect(told('')).toBe('');
    const long = `${'- '.repeat(50_000)}${'a '.repeat(50_000)}Jo`;
    const started = performance.now();
    expect(told(long)).toMatch(/\[name 2\]$/);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('the check after it', () => {
  const telltales = telltalesOf(PEOPLE, ['blue cafe'], OWN);

  it.each(['Zoë', 'a JO b', '0 1 6 3 2 9 6 0 0 1 7', '04/03/1985', '27 Harbour Road', 'the blue-café', 'patexample'])(
    'finds %j',
    (text) => {
      expect(findsLeak(text, telltales)).toBe(true);
    },
  );

  it.each(['Robin Example', '1 Mill Lane', 'jolly', '[person 1] and [telephone]', '2017-05-04'])(
    'lets %j stand',
    (text) => {
      expect(findsLeak(text, telltales)).toBe(false);
    },
  );
});
