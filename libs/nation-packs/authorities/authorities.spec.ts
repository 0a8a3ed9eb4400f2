import { describe, expect, it } from '@jest/globals';
import { dueAt } from '#deadlines';
import { nationPack } from '../nation-packs.ts';
import { YamlNode } from '../yaml-node.ts';
import { areaOf, deprivationDecileOf } from './area-of.ts';
import { authorityIds, authorityPack, knownAuthorityIds, parseRegister } from './authorities.ts';
import { authorityProfiles, profileOf } from './authority-profile.ts';

const larkshire = authorityPack('larkshire');

describe('the demonstration authority', () => {
  it('is visibly invented: telephone numbers kept for drama, a postcode area that does not exist', () => {
    expect([larkshire.frontDoor.telephone, larkshire.emergencyDutyTeam.telephone]).toEqual([
      '01632 960100',
      '01632 960199',
    ]);
    expect(larkshire.areas.flatMap((area) => area.postcodes)).toEqual(
      Array.from({ length: 9 }, (_, index) => `LK${String(index + 1)}`),
    );
  });

  it.each([
    ['LK1 2AB', 'north_larkshire'],
    ['lk52cd', 'harbour'],
    [' LK9  9ZZ ', 'vale'],
    ['LK4', 'harbour'],
    ['ZZ99 3VZ', null],
    ['UNKNOWN', null],
    ['', null],
    [undefined, null],
  ])('puts postcode %p in area %p', (postcode, area) => {
    expect(areaOf(larkshire, postcode)).toBe(area);
  });

  it.each([
    ['LK4 1AA', 1],
    ['lk79zz', 9],
    ['ZZ99 3VZ', null],
    ['', null],
    [undefined, null],
  ])('knows for postcode %p the deprivation decile %p', (postcode, decile) => {
    expect(deprivationDecileOf(larkshire, postcode)).toBe(decile);
  });

  it.each(knownAuthorityIds())('gives agencies of %s only sources that its nation has a code for', (id) => {
    const { nation, agencies } = authorityPack(id);
    const sources = nationPack(nation).codeLists.find((list) => list.id === 'referral_source')?.codes ?? [];
    const known = new Set(sources.map((code) => code.code));
    const used = agencies.flatMap((agency) => [agency.source, agency.anonymousSource ?? agency.source]);

    expect(used.filter((source) => !known.has(source))).toEqual([]);
  });

  it('says which authority there is not', () => {
    expect(() => authorityPack('nowhere')).toThrow('authorities: there is no authority nowhere');
  });
});

describe('the register of authorities', () => {
  it('serves the demonstration only and knows all five', () => {
    expect(authorityIds()).toEqual(['larkshire']);
    expect(knownAuthorityIds()).toEqual([
      ...['larkshire', 'shropshire', 'west-sussex', 'monmouthshire', 'west-dunbartonshire'],
    ]);
  });

  it.each([
    [{ packs: { a: 'a.yaml' }, serves: ['b'] }, 'register > serves: names b, which has no pack'],
    [{ packs: { a: 'a.yaml' }, serves: [] }, 'register > serves: must name an authority'],
    [{ packs: { a: 'a.yaml' } }, 'register: must have serves'],
  ])('refuses %j', (written, problem) => {
    expect(() => parseRegister(new YamlNode(written, 'register'))).toThrow(problem);
  });
});

describe("an authority's profile", () => {
  it('brings the authority and its nation together, once', () => {
    const profile = profileOf('larkshire');

    expect(profileOf('larkshire')).toBe(profile);
    expect(authorityProfiles()).toEqual([profile]);
    expect(profile.nationPack).toBe(nationPack('england'));
    expect(profile.ruleSet).toBe(profile.nationPack.ruleSet);
    expect(profile.invariants).toBe(profile.nationPack.invariants);
    expect(profile.exclusions).toBe(profile.nationPack.exclusions);
    expect(profile.redLineIndicators.size).toBe(22);
    expect(profile.deprivationDecileOf('LK9 1AA')).toBe(5);
    expect(profile.areaOf('LK7 1AA')).toBe('vale');
  });

  it('runs day clocks to 23:59 on the next working day', () => {
    const { calendar, decideNextSteps } = profileOf('larkshire');

    // Good Friday and Easter Monday lie between (domain pack 2.6).
    expect(dueAt(calendar, decideNextSteps, Date.parse('2026-04-02T15:00:00+01:00'))).toEqual({
      kind: 'due',
      at: Date.parse('2026-04-07T23:59:00+01:00'),
    });
  });
});
