import { describe, expect, it } from '@jest/globals';
import { englandPack } from './england/england-pack.ts';
import { parseClockRule } from './parse-clock-limit.ts';
import { parseIndicators } from './parse-indicators.ts';
import { parseLegalBases } from './parse-legal-bases.ts';
import { parseLevels } from './parse-levels.ts';
import { parsePhrases } from './parse-phrases.ts';
import { requireWords } from './parse-prompts.ts';
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
        requireWords(englandPack().ruleSet.rules, [], aFile({}));
      },
      'pack.yaml: has no words for services health_visiting_or_school_nursing of ENG-A01',
    ],
  ])('for %s', (_title, load, problem) => {
    expect(load).toThrow(problem);
  });
});
