import { describe, expect, it } from '@jest/globals';
import type { FamilyView, StandingMember } from '#family';
import { aMember, aMention, aRelationship, aResidence } from '../../../test/support/family-members.ts';
import { WORDS } from '../words/words.ts';
import { familySummary } from './family-summary.presenter.ts';

const child: StandingMember = {
  ...aMember('Ffion', {
    part: 'child',
    mention: aMention('Ffion', { role: 'child' }),
    residences: [aResidence('Ffion', '1 Row')],
  }),
  standing: null,
};
const mother: StandingMember = {
  ...aMember('Mared', { relationships: [aRelationship('Mared', { kind: 'parent' })] }),
  standing: null,
};
const brother: StandingMember = {
  ...aMember('Gethin', {
    part: 'sibling',
    belonging: 'likely',
    mention: aMention('Gethin', { role: 'source_of_harm' }),
  }),
  standing: { state: 'waiting', consideration: null },
};

const view = {
  found: { id: 'c1', authorityId: 'larkshire' },
  members: [child, brother, mother],
  cases: [{ id: 'c9', referralId: 'r9', reference: 'FD-9-1' }],
  homes: [{ residenceId: 'Ffion at 1 Row', members: ['Ffion', 'Mared'] }],
  gaps: [
    { code: 'second_parent_not_named', members: [] },
    { code: 'birth_date_not_known', members: ['Gethin'] },
  ],
  prompts: [{ member: 'Gethin', caseId: 'c9' }],
} as unknown as FamilyView;

describe('the family in short', () => {
  const { members, gaps, prompts, siblingsWaiting } = familySummary(view, WORDS.en);

  it('says of each who they are to the child and where they live', () => {
    expect(members.map(({ name, relation, lives }) => [name, relation, lives])).toEqual([
      ['Ffion Example', null, 'Address known'],
      ['Gethin Example', 'Not known', 'Not known'],
      ['Mared Example', 'Parent', 'With the child'],
    ]);
  });

  it('says who is not sure to belong, who is said to cause harm, and whom nobody has considered', () => {
    const [, gethin] = members;

    expect(gethin).toMatchObject({ doubt: 'Likely, not confirmed', allegedSource: true, sibling: { tone: 'orange' } });
    expect(siblingsWaiting).toBe(1);
    expect(members[0]).toMatchObject({ doubt: null, allegedSource: false, sibling: null });
  });

  it('names the people that a gap or a prompt is about', () => {
    expect(gaps).toEqual(['The other parent is not named', 'A child’s date of birth is not known: Gethin Example']);
    expect(prompts).toEqual([WORDS.en.family.prompt('Gethin Example', 'FD-9-1')]);
  });
});
