import { describe, expect, it } from '@jest/globals';
import type { ReferralDocument } from '#domain';
import { peopleOfReferral } from './people-of-referral.ts';

const ADDRESS = { lines: ['1 Mill Lane'], postcode: 'LK1 1AA' };

function referral(more: Partial<ReferralDocument> = {}): ReferralDocument {
  return {
    schemaVersion: '1',
    referrer: { capacity: 'professional', email: 'sender@example.org' },
    children: [{ ref: 'a', givenName: 'Robin', familyName: 'Example', address: ADDRESS }],
    worries: { summary: 'Invented.' },
    ...more,
  };
}

describe('the people of a referral', () => {
  it('are every child, also the unborn and the unknown, in their order', () => {
    const children = [
      { ref: 'a', givenName: 'Robin', familyName: 'Example' },
      { ref: 'b', whyUnknown: 'Not born yet.', expectedDeliveryDate: '2026-09-01' },
      { ref: 'c', whyUnknown: 'Seen in passing.', estimatedAgeYears: 4 },
    ];

    expect(
      peopleOfReferral(referral({ children })).map(({ role, position, details }) => [role, position, details]),
    ).toEqual([
      ['child', 0, expect.objectContaining({ names: { given: 'Robin', family: 'Example', other: [] } })],
      ['child', 1, expect.objectContaining({ expectedDeliveryDate: '2026-09-01' })],
      ['child', 2, expect.objectContaining({ estimatedAgeYears: 4 })],
    ]);
  });

  it('live where the children live when it is said that they do, and nowhere known otherwise', () => {
    const people = [
      { name: 'Alex Example', relationship: 'mother', livesInHousehold: 'yes' as const },
      { name: 'Sam Example', relationship: 'father', livesInHousehold: 'no' as const },
      { name: 'Kim Example', relationship: 'older sister', livesInHousehold: 'no' as const },
    ];
    const found = peopleOfReferral(referral({ household: { people } })).slice(1);

    expect(found.map(({ role, details }) => [role, details.address?.postcode ?? null])).toEqual([
      ['household_member', 'LK1 1AA'],
      ['other_adult', null],
      ['household_member', null],
    ]);
  });

  it('include the alleged source of harm when somebody is named', () => {
    const named = (name: string) =>
      peopleOfReferral(referral({ worries: { summary: 'Invented.', allegedSourceOfHarm: { name } } }));

    expect(named('Mr Jo Sample').at(-1)).toMatchObject({
      role: 'source_of_harm',
      details: { names: { given: 'Jo', family: 'Sample' } },
    });
    expect(named('not known')).toHaveLength(1);
  });

  it('know their mother where one is named', () => {
    const people = [{ name: 'Example, Alex', relationship: 'Mother', dateOfBirth: '1995-02-03' }];

    expect(peopleOfReferral(referral({ household: { people } }))[0]?.details.mother).toEqual({
      names: { given: 'Alex', family: 'Example', other: [] },
      dateOfBirth: '1995-02-03',
    });
  });

  it('have no address in common that nobody lives at', () => {
    const children = [{ ref: 'a', givenName: 'Robin', address: { lines: ['No fixed abode'], postcode: 'ZZ99 3VZ' } }];

    expect(peopleOfReferral(referral({ children }))[0]?.details.address).toBeNull();
  });
});
