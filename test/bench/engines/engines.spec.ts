import { beforeAll, describe, expect, it } from '@jest/globals';
import { nationPack } from '#nation-packs';
import { disagreements, ourDecisions } from '../support/agreement.ts';
import { knownSample } from '../support/sample.ts';
import { celJs } from './cel-js.ts';
import { celMarcbachmann } from './cel-marcbachmann.ts';
import type { Decision, EngineMaker } from './engine.ts';
import { feelin } from './feelin.ts';
import { generatedJavaScript } from './generated-javascript.ts';
import { handWritten } from './hand-written.ts';
import { jsonLogicEngine } from './json-logic.ts';
import { jsonRulesEngine } from './json-rules-engine.ts';
import { zen } from './zen.ts';

const CASES = 30;
/** It parses its text again for every case, so a few must do. */
const CASES_FOR_FEELIN = 4;
const { ruleSet } = nationPack('england');
const sample = knownSample(ruleSet, CASES, 7);

describe('where every fact is known', () => {
  let expected: readonly Decision[] = [];
  beforeAll(() => {
    expected = ourDecisions(ruleSet, sample);
  });

  it('the sample reaches more than one level', () => {
    expect(new Set(expected.map(({ level }) => level)).size).toBeGreaterThan(1);
  });

  it.each<[string, EngineMaker, number?]>([
    ['CEL (@marcbachmann/cel-js)', celMarcbachmann],
    ['CEL (cel-js)', celJs],
    ['ZEN', zen],
    ['json-logic-js', jsonLogicEngine],
    ['feelin', feelin, CASES_FOR_FEELIN],
    ['json-rules-engine', jsonRulesEngine],
    ['generated JavaScript', generatedJavaScript],
    ['the hand-written rules', () => handWritten],
  ])('%s decides as ours does', async (_name, make, cases = CASES) => {
    expect(await disagreements(make(ruleSet), sample, expected, cases)).toBe(0);
  });
});
