import { describe, expect, it } from '@jest/globals';
import { nationPack } from './nation-packs.ts';

const wales = nationPack('wales');
const { ruleSet } = wales;

describe('the Welsh of Wales', () => {
  it('covers every indicator, in title, question and reason', () => {
    const without = wales.indicators.filter(
      (each) => each.titleCy === undefined || each.questionCy === undefined || each.becauseCy === undefined,
    );

    expect(without.map((each) => each.id)).toEqual([]);
  });

  it('covers every rule, in title and reason', () => {
    const without = ruleSet.rules.filter((rule) => rule.titleCy === undefined || rule.becauseCy === undefined);

    expect(without.map((rule) => rule.id)).toEqual([]);
  });

  it('covers every fact, and its question where it has one', () => {
    const without = ruleSet.catalogue.filter(
      (entry) => entry.labelCy === undefined || (entry.question === undefined) !== (entry.questionCy === undefined),
    );

    expect(without.map((entry) => entry.id)).toEqual([]);
  });

  it('covers the words of every code', () => {
    const without = (ruleSet.words ?? []).filter((words) => words.titleCy === undefined);

    expect(without.map((words) => `${words.kind} ${words.code}`)).toEqual([]);
  });

  it('covers levels, pathways, urgencies, terms and the frame', () => {
    const described = [...wales.levels, ...wales.pathways];
    const titled = [
      ...Object.values(wales.urgencyLimits.byUrgency),
      ...Object.values(wales.terms),
      ...wales.frame.dimensions,
    ];

    expect(described.filter((words) => words.titleCy === undefined || words.descriptionCy === undefined)).toEqual([]);
    expect(titled.filter((words) => words.titleCy === undefined)).toEqual([]);
  });

  it('is not put beside English words that it does not translate', () => {
    const cyOf = (nation: 'england' | 'wales' | 'scotland', id: string) =>
      nationPack(nation).indicators.find((each) => each.id === id)?.becauseCy;

    expect(cyOf('wales', 'B15')).toContain('2022');
    expect(cyOf('england', 'B15')).toBeUndefined();
    expect(cyOf('scotland', 'B15')).toBeUndefined();
    expect(cyOf('england', 'A02')).toBe(cyOf('wales', 'A02'));
  });
});
