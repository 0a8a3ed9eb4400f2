import { describe, expect, it } from '@jest/globals';
import { aMember, aMention, aRelationship, aResidence } from '../../test/support/family-members.ts';
import { gapsOf } from './gaps.ts';
import { homesOf } from './homes.ts';
import type { Member } from './member.ts';
import { withoutSecrets } from './residence-secrets.ts';

const TODAY = '2026-11-22';

function livesIn(
  id: string,
  livesInHousehold: 'yes' | 'no',
  kind: 'parent' | 'partner' | 'sibling' = 'parent',
): Member {
  return aMember(id, { relationships: [aRelationship(id, { kind, livesInHousehold })] });
}

function child(...residences: Member['residences']): Member {
  return aMember('child', { part: 'child', residences });
}

describe('who lives together', () => {
  it('is everybody at one address, however it is written, and whom the sender puts into the household', () => {
    const mother = aMember('mother', { residences: [aResidence('mother', '1 mill lane')] });

    expect(homesOf([child(aResidence('child', '1 Mill Lane')), mother, livesIn('stepfather', 'yes')], TODAY)).toEqual([
      { residenceId: 'child at 1 Mill Lane', members: ['child', 'mother', 'stepfather'] },
    ]);
  });

  it('is a home apart for whoever lives elsewhere, and none for whom nobody places', () => {
    const father = aMember('father', { residences: [aResidence('father', '9 Quay Road')] });

    expect(homesOf([child(), father, livesIn('uncle', 'no')], TODAY).map(({ members }) => members)).toEqual([
      ['child'],
      ['father'],
    ]);
  });

  it('goes by the newest entry that stands and has not ended', () => {
    const moved = child(
      aResidence('child', '1 Mill Lane', { until: '2026-11-21' }),
      aResidence('child', '2 Old Road', { stands: false }),
      aResidence('child', '3 New Road', { until: TODAY }),
    );

    expect(homesOf([moved], TODAY)).toEqual([{ residenceId: 'child at 3 New Road', members: ['child'] }]);
  });
});

describe('a secret address', () => {
  it('is left out of every entry about that place, older ones and other people’s too', () => {
    const mother = aMember('mother', {
      residences: [aResidence('mother', '1 Mill Lane'), aResidence('mother', '4 Refuge', { addressSecret: true })],
    });
    const [safe, shown] = withoutSecrets([child(aResidence('child', '4 REFUGE')), mother]);

    expect(safe?.residences).toMatchObject([{ address: null, addressSecret: true }]);
    expect(shown?.residences).toMatchObject([{ address: { lines: ['1 Mill Lane'] } }, { address: null }]);
  });

  it('stays out of the entry itself when a later one opens the place again', () => {
    const entry = aResidence('child', '4 Refuge', { addressSecret: true, stands: false });
    const [shown] = withoutSecrets([child(entry, aResidence('child', '4 Refuge'))]);

    expect(shown?.residences.map(({ address }) => address === null)).toEqual([true, false]);
  });
});

describe('what nobody has said about a family', () => {
  const home = aResidence('child', '1 Mill Lane');
  const mentioned = child(home);
  const codes = (members: readonly Member[]) => gapsOf(members, TODAY).map(({ code }) => code);

  it('is every adult, the second parent, and who is responsible, where a referral names nobody', () => {
    expect(codes([mentioned])).toEqual([
      'no_adult_named',
      'second_parent_not_named',
      'parental_responsibility_not_known',
      'birth_date_not_known',
    ]);
  });

  it('is the partner of a parent who is alone in the household as far as anybody said', () => {
    expect(codes([mentioned, livesIn('mother', 'yes')])).toContain('partner_not_known');
    expect(codes([mentioned, livesIn('mother', 'yes'), livesIn('friend', 'no', 'partner')])).not.toContain(
      'partner_not_known',
    );
  });

  it('is the name of an adult who was mentioned without one, and where an absent parent lives', () => {
    const nameless = aMention('man', { details: { names: { given: null, family: null, other: [] } } });
    const gaps = gapsOf([mentioned, aMember('man', { mention: nameless }), livesIn('father', 'no')], TODAY);

    expect(gaps).toContainEqual({ code: 'adult_not_named', members: ['man'] });
    expect(gaps).toContainEqual({ code: 'parent_whereabouts_not_known', members: ['father'] });
  });

  it('is nothing for a family that everything was said about', () => {
    const born = aMention('child', { details: { dateOfBirth: '2017-05-04' } });
    const father = livesIn('father', 'yes');
    const responsible = { ...father, relationships: father.relationships.map(asResponsible) };

    expect(
      codes([
        { ...mentioned, mentions: [{ mention: born, belonging: 'reported' }] },
        livesIn('mother', 'yes'),
        responsible,
      ]),
    ).toEqual([]);
  });
});

function asResponsible<Entry extends object>(entry: Entry) {
  return { ...entry, parentalResponsibility: 'yes' as const };
}
