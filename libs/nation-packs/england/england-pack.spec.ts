import { describe, expect, it } from '@jest/globals';
import { nationPack } from '../nation-packs.ts';

const pack = nationPack('england');

describe("England's pack", () => {
  it('is read once', () => {
    expect(nationPack('england')).toBe(pack);
    expect([pack.nation, pack.division]).toEqual(['england', 'england-and-wales']);
    expect(pack.ruleSet.version).toBe('wt2023-3');
  });

  it('keeps the codes that cases in progress carry: section 17 and section 20', () => {
    const codesOf = (id: string) => pack.ruleSet.rules.find((rule) => rule.id === id)?.then;

    expect(codesOf('ENG-A07')?.actions).toEqual(['offer_section_17_assessment', 'offer_parent_carer_assessment']);
    expect(codesOf('ENG-ROUTE-08-disabled-child-in-need')?.actions).toContain('offer_section_17_assessment');
    expect(codesOf('ENG-B28')?.routes).toEqual(['section_20_accommodation']);
    expect(codesOf('ENG-C09')?.routes).toEqual(['section_20_accommodation']);
  });
});
