import { expect, it } from '@jest/globals';
import { nationPack } from '#nation-packs';
import { compileBulk, compileRuleSet, evaluateBulk } from '#rules';
import { columnsOf, recordsOf } from '../support/bulk-records.ts';
import { caseGenerator } from '../support/case-generator.ts';
import { contexts } from '../support/context.ts';
import { random } from '../support/random.ts';
import { bitsetLoop } from './bitset-loop.ts';

it('the loop written out for England comes to what the bulk path comes to, unknown facts included', () => {
  const compiled = compileRuleSet(nationPack('england').ruleSet);
  const generator = caseGenerator(compiled.ruleSet, random(5));
  const cases = Array.from({ length: 100 }, () => generator.any());
  const columns = columnsOf(compiled, recordsOf(compiled, cases, cases.length));
  const outcomes = evaluateBulk(compileBulk(compiled), columns, contexts(cases.length));

  expect(new Set(outcomes.possibleLevel).size).toBeGreaterThan(1);
  expect(bitsetLoop(compiled)(columns)).toEqual(outcomes);
});
