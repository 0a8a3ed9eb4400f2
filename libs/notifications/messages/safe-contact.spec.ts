import { describe, expect, it } from '@jest/globals';
import type { HouseholdPerson } from '#domain';
import { type SenderSafety, unsafeToWrite } from './safe-contact.ts';

const AUNT = { capacity: 'family', name: 'Ada Sparrow', email: 'ada@example.org' } as const;
const summary = 'Shouting at night.';

interface Given {
  readonly referrer?: SenderSafety['referrer'];
  readonly source?: string | null;
  readonly people?: readonly HouseholdPerson[];
  readonly domesticAbuse?: SenderSafety['domesticAbuse'];
}

/** `source` null: somebody is said to cause harm, and nobody said who. */
function said({ referrer = AUNT, source, people, domesticAbuse }: Given): SenderSafety {
  return {
    referrer,
    worries: {
      summary,
      ...(source === undefined ? {} : { allegedSourceOfHarm: source === null ? {} : { name: source } }),
    },
    ...(people === undefined ? {} : { household: { people } }),
    ...(domesticAbuse === undefined ? {} : { domesticAbuse }),
  };
}

const lives = (name: string, livesInHousehold: 'yes' | 'no'): HouseholdPerson => ({ name, livesInHousehold });
const STEPFATHER = lives('Jon Finch', 'yes');

describe('who is written to without a person’s thinking about it', () => {
  it.each<[string, Given, ReturnType<typeof unsafeToWrite>]>([
    ['family, nobody said to cause harm', {}, null],
    [
      'family who live elsewhere, as is known',
      { source: 'Jon Finch', people: [STEPFATHER, lives('Ada Sparrow', 'no')] },
      null,
    ],
    ['family, the source known to live elsewhere', { source: 'Jon Finch', people: [lives('Jon Finch', 'no')] }, null],
    [
      'family in the household of the source',
      { source: 'Jon Finch', people: [STEPFATHER, lives('Ada Sparrow', 'yes')] },
      'may_live_with_source',
    ],
    [
      'family of whom nobody knows where they live',
      { source: 'Jon Finch', people: [STEPFATHER] },
      'may_live_with_source',
    ],
    ['family, the source not named', { source: null }, 'may_live_with_source'],
    [
      'family, a perpetrator in the household',
      { people: [{ ...STEPFATHER, factors: ['domestic_abuse_perpetrator'] }] },
      'may_live_with_source',
    ],
    ['family, domestic abuse and nothing else', { domesticAbuse: { dashScore: 3 } }, 'may_live_with_source'],
    [
      'family with words about safe contact',
      { domesticAbuse: { safeContact: 'Only at work' }, people: [lives('Ada Sparrow', 'no')] },
      'safe_contact_given',
    ],
    [
      'family, blank words about safe contact, living elsewhere',
      { domesticAbuse: { safeContact: ' ' }, people: [lives('Ada Sparrow', 'no')] },
      null,
    ],
    ['the source themself', { referrer: { ...AUNT, name: 'Jon Finch' }, source: 'Jon Finch' }, 'may_be_source_of_harm'],
    [
      'the source in other words',
      { referrer: { ...AUNT, name: 'FINCH, Jón' }, source: 'Mr Jon Finch' },
      'may_be_source_of_harm',
    ],
    [
      'the source’s e-mail address',
      { referrer: { ...AUNT, email: 'jon.finch@example.org' }, source: 'Jon Finch' },
      'may_be_source_of_harm',
    ],
    [
      'a perpetrator themself',
      {
        referrer: { ...AUNT, name: 'Jon Finch' },
        people: [{ ...STEPFATHER, factors: ['domestic_abuse_perpetrator'] }],
      },
      'may_be_source_of_harm',
    ],
    [
      'a child, whatever else',
      { referrer: { capacity: 'child', name: 'Wren Finch', phone: '07700 900123' } },
      'child_contacts_us',
    ],
    [
      'a neighbour',
      { referrer: { capacity: 'public', name: 'Nell Wagtail' }, source: 'Jon Finch', people: [STEPFATHER] },
      null,
    ],
    [
      'a neighbour whom the household lists',
      {
        referrer: { capacity: 'public', name: 'Nell Wagtail' },
        source: 'Jon Finch',
        people: [STEPFATHER, lives('Nell Wagtail', 'yes')],
      },
      'may_live_with_source',
    ],
    [
      'a professional',
      {
        referrer: { capacity: 'professional', name: 'Tess Example' },
        source: 'Jon Finch',
        domesticAbuse: { safeContact: 'At work' },
      },
      null,
    ],
    [
      'a professional who is the source',
      { referrer: { capacity: 'professional', name: 'Jon Finch' }, source: 'Jon Finch' },
      'may_be_source_of_harm',
    ],
  ])('%s', (_, given, expected) => {
    expect(unsafeToWrite(said(given))).toBe(expected);
  });
});
