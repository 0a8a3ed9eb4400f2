import { describe, expect, it } from '@jest/globals';
import { LEVELS, NATIONS, PATHWAYS } from '#domain';
import { nationPack } from './nation-packs.ts';
import { parseExclusions } from './parse-invariants.ts';
import { parsePrompts } from './parse-prompts.ts';
import { TERM_IDS } from './parse-terms.ts';
import { selectableLegalBases } from './selectable-legal-bases.ts';
import { readYaml } from './yaml-node.ts';

describe.each(NATIONS)('the settings of %s', (nation) => {
  const pack = nationPack(nation);

  it('name every level, pathway and term', () => {
    expect(pack.levels.map((words) => words.level)).toEqual(LEVELS);
    expect(pack.pathways.map((words) => words.pathway)).toEqual(PATHWAYS);
    expect(Object.keys(pack.terms)).toEqual(TERM_IDS);
  });

  it('place every indicator in the frame, and say which places are ours: the four that the published table leaves out', () => {
    const codes = pack.frame.dimensions.map((dimension) => dimension.code);
    const placed = Object.values(pack.frame.byIndicator);

    expect(Object.keys(pack.frame.byIndicator)).toEqual(pack.indicators.map((indicator) => indicator.id));
    expect(new Set(placed.flat())).toEqual(new Set(codes));
    expect(pack.frame.placedByUs).toEqual(['A27', 'A28', 'A29', 'A30']);
  });

  it('run the clock of the next step that the urgency limits name, and hold a list of sources', () => {
    const { clock, limit } = pack.urgencyLimits.decideNextSteps;

    expect(pack.clocks.find((each) => each.id === clock)?.limit).toEqual(limit);
    expect(pack.codeLists.map((list) => list.id)).toContain('referral_source');
  });

  it('mark every code list outside England’s census that no source gives', () => {
    const found = pack.codeLists.filter((list) => list.evidence === 'found').map((list) => list.id);
    const given = {
      wales: ['enquiry_determination'],
      scotland: ['concern_type', 'wellbeing_indicator'],
      northern_ireland: [],
    };

    expect(found).toEqual(nation === 'england' ? pack.codeLists.map((list) => list.id) : given[nation]);
  });
});

describe('law by day', () => {
  const idsOn = (nation: (typeof NATIONS)[number], day: string) =>
    selectableLegalBases(nationPack(nation), day).map((basis) => basis.id);

  it('offers section 17 of 1989 in Wales to its last day and not after', () => {
    expect(idsOn('wales', '2016-04-05')).toEqual(expect.arrayContaining(['ca1989_s17', 'ca1989_s20']));
    expect(idsOn('wales', '2016-04-06')).not.toContain('ca1989_s17');
    expect(idsOn('wales', '2016-04-06')).toContain('sswba2014_s21');
    expect(idsOn('wales', '2026-11-21')).not.toContain('ca1989_s20');
    expect(idsOn('england', '2026-11-21')).toEqual(expect.arrayContaining(['ca1989_s17', 'ca1989_s20']));
  });

  it('never offers what did not commence, nor law from before its first day', () => {
    expect(idsOn('scotland', '2026-11-21')).not.toContain('cypsa2014_parts4_5');
    expect(idsOn('scotland', '2026-11-21')).not.toContain('ccja2024_s1');
    expect(idsOn('england', '2026-11-21')).not.toContain('ca2004_s16la');
    expect(idsOn('wales', '2022-03-20')).not.toContain('cadrpa2020_s1');
    expect(idsOn('wales', '2022-03-21')).toContain('cadrpa2020_s1');
  });

  it('keeps the day on which the named person and child’s plan were revoked', () => {
    const parts = nationPack('scotland').legalBases.find((basis) => basis.id === 'cypsa2014_parts4_5');

    expect(parts).toMatchObject({ inForce: false, effectiveTo: '2025-05-05' });
  });
});

describe('words that differ', () => {
  it.each([
    ['referral', 'Referral', 'Report', 'Request for assistance, or notification of concern', 'Referral'],
    [
      'designated_safeguarding_lead',
      'Designated safeguarding lead (DSL)',
      'Designated safeguarding person (DSP)',
      'Child protection co-ordinator',
      'Designated teacher for child protection',
    ],
    [
      'strategy_discussion',
      'Strategy discussion',
      'Strategy discussion',
      'Inter-agency referral discussion (IRD)',
      'Strategy discussion under the joint protocol',
    ],
    [
      'education_plan',
      'Education, health and care plan (EHCP)',
      'Individual development plan (IDP)',
      'Co-ordinated support plan (CSP)',
      'Statement of special educational needs',
    ],
  ] as const)('give each nation its own for %s', (term, ...expected) => {
    expect(NATIONS.map((nation) => nationPack(nation).terms[term].title)).toEqual(expected);
  });

  it('ask for an inter-agency referral discussion in Scotland by the code of a strategy discussion', () => {
    const titleIn = (nation: (typeof NATIONS)[number]) =>
      nationPack(nation).prompts.find((prompt) => prompt.code === 'strategy_discussion')?.title;

    expect(titleIn('england')).toBe('Hold a strategy discussion with police, health and education');
    expect(titleIn('scotland')).toContain('inter-agency referral discussion');
  });
});

describe('the common files', () => {
  const common = (name: string) => readYaml(new URL(`./common/${name}.yaml`, import.meta.url));
  const used = new Set(NATIONS.flatMap((nation) => nationPack(nation).prompts.map((prompt) => prompt.code)));

  it('have words for nothing that no nation uses', () => {
    expect(parsePrompts(common('prompts')).filter((prompt) => !used.has(prompt.code))).toEqual([]);
  });

  it.each(NATIONS)('and those of %s neither', (nation) => {
    const own = parsePrompts(readYaml(new URL(`./${nation.replace('_', '-')}/prompts.yaml`, import.meta.url)));
    const codes = new Set(nationPack(nation).prompts.map((prompt) => prompt.code));

    expect(own.filter((prompt) => !codes.has(prompt.code))).toEqual([]);
  });

  it('exclude no code that no nation uses', () => {
    expect(
      parseExclusions(common('exclusions'))
        .flat()
        .filter((code) => !used.has(code)),
    ).toEqual([]);
  });
});
