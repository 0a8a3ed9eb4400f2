import { describe, expect, it } from '@jest/globals';
import { type ChildInReferral, type Facts, known, type ReferralDocument, unknown } from '#domain';
import { profileOf } from '#nation-packs';
import { type CaseGroups, groupsOf } from './case-groups.ts';

const PROFILE = {
  ...profileOf('larkshire'),
  deprivationDecileOf: (postcode: string | undefined) => (postcode === 'LK1 1AA' ? 2 : null),
};

function groups(child: Partial<ChildInReferral>, facts: Facts = {}): CaseGroups {
  const referral: ReferralDocument = {
    schemaVersion: '1',
    referrer: { capacity: 'professional' },
    children: [{ ref: 'c1', ...child }],
    worries: { summary: 'Invented.' },
  };
  return groupsOf(referral, 0, facts, PROFILE);
}

describe('the groups of a child', () => {
  it('are all unknown when nothing is given', () => {
    expect(groups({})).toEqual({
      ...{ ethnicity: null, disability: 'unknown', deprivationDecile: null, sex: 'unknown', ageBand: 'unknown' },
    });
  });

  it('come from the codes of the nation’s lists and from the postcode', () => {
    const child = { ethnicity: 'AIND', disabilities: ['LD'], sex: 'F', address: { postcode: 'LK1 1AA' } } as const;
    expect(groups(child)).toMatchObject({ ethnicity: 'AIND', disability: 'yes', deprivationDecile: 2, sex: 'female' });
  });

  it('never come from free text', () => {
    expect(groups({ ethnicity: 'from the north' }).ethnicity).toBeNull();
  });

  it.each([
    [['NONE'], 'no'],
    [[], 'no'],
    [['NONE', 'MOB'], 'yes'],
  ])('take disabilities %j as %s', (disabilities, expected) => {
    expect(groups({ disabilities }).disability).toBe(expected);
  });

  it.each([
    [-1, 'unborn'],
    [0, 'under_1'],
    [1, '1_to_4'],
    [4, '1_to_4'],
    [5, '5_to_9'],
    [10, '10_to_15'],
    [15, '10_to_15'],
    [16, '16_and_over'],
  ])('put an age of %d years into %s', (years, band) => {
    expect(groups({}, { 'child.ageYears': known(years) }).ageBand).toBe(band);
  });

  it('know an unborn child without an age', () => {
    expect(groups({}, { 'child.unborn': known(true), 'child.ageYears': unknown('not_known') }).ageBand).toBe('unborn');
  });
});
