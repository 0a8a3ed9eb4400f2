import { describe, expect, it } from '@jest/globals';
import { nationPack } from './nation-packs.ts';
import { readAll } from './pack-data-error.ts';
import { parseClockRule } from './parse-clock-limit.ts';
import { parseFloors } from './parse-floors.ts';
import { parseFrame } from './parse-frame.ts';
import { parseIndicators } from './parse-indicators.ts';
import { parseExclusions, parseInvariants } from './parse-invariants.ts';
import { parseLegalBases } from './parse-legal-bases.ts';
import { parseLevels } from './parse-levels.ts';
import { parsePhrases } from './parse-phrases.ts';
import { requireWords } from './parse-prompts.ts';
import { parseRuleTests } from './parse-rule-tests.ts';
import { parseRules } from './parse-rules.ts';
import { parseTerms } from './parse-terms.ts';
import { parseUrgencyLimits } from './parse-urgency-limits.ts';
import { YamlNode } from './yaml-node.ts';

const INDICATOR = {
  id: 'A01',
  title: 'Well',
  question: 'Is the child well?',
  level: 'early_help',
  urgency: 'green',
  because: 'Because.',
  owner: 'Nobody',
};

function aFile(value: unknown): YamlNode {
  return new YamlNode(value, 'pack.yaml');
}

function aLibrary(indicator: object): YamlNode {
  const empty = { title: 'Empty', indicators: [] };
  return aFile({ A: { title: 'Child', indicators: [indicator] }, B: empty, C: empty, D: empty });
}

const INDICATORS = nationPack('england').indicators.filter((indicator) => indicator.domain === 'A');

function aFrame(indicators: string): YamlNode {
  const blocks = [{ indicators, dimensions: ['health'], evidence: 'found' }];
  return aFile({ title: 'Frame', dimensions: { health: 'Health' }, blocks });
}

function floors(changes: object, own: object) {
  const row = { A01: ['early_help', 'green'] };
  const file = aFile({ source: 'Here', redLines: [], floors: row, ...changes });
  return parseFloors(file, aFile(own), INDICATORS.slice(0, 1));
}

const NEXT_STEPS = { clock: 'E1', limit: { kind: 'working_days', limit: 1 }, source: 'Here' };

describe('a pack with a fault does not load', () => {
  it.each<[string, () => unknown, string]>([
    [
      'an indicator in the wrong domain',
      () => parseIndicators(aLibrary({ ...INDICATOR, id: 'B01' })),
      'pack.yaml > A > indicators > B01 > id: must be A and two digits',
    ],
    [
      'a range that does not go up',
      () => parseIndicators(aLibrary({ ...INDICATOR, upTo: 'universal' })),
      'pack.yaml > A > indicators > A01 > upTo: must be above early_help',
    ],
    ['a level without words', () => parseLevels(aFile({ levels: [], pathways: [] })), 'has no level universal'],
    [
      'an urgency without a limit',
      () => parseUrgencyLimits(aFile({ decideNextSteps: NEXT_STEPS, urgencies: [] })),
      'has no limit for blue',
    ],
    ['a limit of nothing', () => parseClockRule(aFile({ kind: 'working_days', limit: 0 })), 'limit: must be above 0'],
    ['a pattern among the phrases', () => parsePhrases(aFile({ phrases: ['hit.*me'] })), 'plain lower-case words'],
    ['a phrase listed twice', () => parsePhrases(aFile({ phrases: ['hit me', 'hit me'] })), 'is listed twice'],
    [
      'law in force since nobody knows when',
      () =>
        parseLegalBases(
          aFile({
            legalBases: [{ id: 's1', title: 'S', test: 'T', consentNeeded: 'no', evidence: 'found', inForce: true }],
          }),
        ),
      'legalBases > s1: is in force, so it must have effectiveFrom',
    ],
    [
      'a code that no prompt puts into words',
      () => {
        requireWords(nationPack('england').ruleSet.rules, [], aFile({}));
      },
      'pack.yaml: has no words for services health_visiting_or_school_nursing of ENG-A01',
    ],
    [
      'a term without a word',
      () => parseTerms(aFile({ terms: { referral: 'Report' } })),
      'terms: must have child_in_need',
    ],
    [
      'a frame that leaves an indicator out',
      () => parseFrame(aFrame('A01-A29'), INDICATORS),
      'pack.yaml > blocks: leaves out A30',
    ],
    [
      'a frame with an indicator that there is not',
      () => parseFrame(aFrame('A01-A31'), INDICATORS),
      'pack.yaml > blocks: there is no indicator A31',
    ],
    [
      'a frame with a span that runs from one domain to another',
      () => parseFrame(aFrame('A01-B02'), INDICATORS),
      '"A01-B02" is no indicator and no span of them',
    ],
    ['an exclusion of one code', () => parseExclusions(aFile({ exclusions: [['one']] })), 'must be two codes'],
    [
      'an invariant that asks for nothing',
      () =>
        parseInvariants(
          aFile({ invariants: [{ id: 'i', title: 'T', source: 'S', when: { fact: 'a', is: true }, atLeast: {} }] }),
          'wales',
          [],
        ),
      'invariants > i > atLeast: must have a level or an urgency',
    ],
    ['a floor that is missing', () => floors({ floors: {} }, {}), 'floors: must have A01'],
    [
      'a red line below the top',
      () => floors({ redLines: ['A01'] }, {}),
      'A01: is a red line, so it must be at the top',
    ],
    ['a red line that is no indicator', () => floors({ redLines: ['Z01'] }, {}), 'redLines: there is no indicator Z01'],
    [
      'a floor that a nation lowers',
      () => floors({}, { A01: ['universal', 'blue'] }),
      'may not be lower than the common row',
    ],
    [
      'a test of each indicator over no short form',
      () => parseRuleTests(aFile([{ title: 'T', each: { fact: 'a', is: true }, facts: {}, expect: true }]), []),
      'each: must be a short form over indicators',
    ],
  ])('for %s', (_title, load, problem) => {
    expect(load).toThrow(problem);
  });
});

describe('a file with several faults', () => {
  it('names them all at once, each with its place', () => {
    const file = aFile({
      rules: [
        { id: 'R-01', version: 'one' },
        { id: 'R-02', colour: 'red' },
      ],
    });

    expect(() => parseRules(file, [])).toThrow(
      /^pack\.yaml: has 2 faults\npack\.yaml > rules > R-01 > version: must be a whole number\npack\.yaml > rules > R-02: has no field colour/,
    );
  });

  it('does not hide a fault of the program among those of the data', () => {
    const broken = (): never => {
      throw new TypeError('broken');
    };

    expect(() => readAll('file.yaml', [1, 2], broken)).toThrow(TypeError);
  });
});

describe('a test of each indicator', () => {
  it('is written out to one test for every one, or for as many neighbours as are asked for', () => {
    const written = (each: object) =>
      parseRuleTests(
        aFile([{ title: 'T', each, facts: { 'child.unborn': true }, expect: true }]),
        INDICATORS.slice(13, 16),
      );

    expect(written({ anyIndicatorAt: 'targeted_early_help' })).toEqual([
      { title: 'T: A14', facts: { 'child.unborn': true, 'indicator.A14': true }, expect: 'true' },
      { title: 'T: A16', facts: { 'child.unborn': true, 'indicator.A16': true }, expect: 'true' },
    ]);
    expect(written({ atLeastIndicators: 2, at: 'targeted_early_help' }).map((test) => test.title)).toEqual([
      'T: A14 and A16',
      'T: A16 and A14',
    ]);
  });
});
