import { describe, expect, it } from '@jest/globals';
import { compileChecked } from '../evaluate/compile-checked.ts';
import { anEntry, aRule, aRuleSet, holds, YEARS } from '../testing/builders.ts';
import type { CaseContexts } from './case-contexts.ts';
import { readColumns } from './columns/read-columns.ts';
import { compileBulk } from './compile-bulk.ts';
import { evaluateBulk } from './evaluate-bulk.ts';
import { factLayout } from './layout/fact-layout.ts';

const compiled = compileChecked(aRuleSet([aRule('A', holds('a'))], [anEntry('a'), anEntry('age', YEARS)]));
const layout = factLayout(compiled.ruleSet.catalogue);
const record = Uint8Array.of(0b0000011, 0, 0, 0);
const columns = readColumns(layout, compiled, record, { offset: 0, stride: 4, count: 1 });
const contexts: CaseContexts = { days: Int32Array.of(20_605), areaCodes: Uint16Array.of(0), areas: ['north'] };

describe('reading columns', () => {
  it.each([
    { offset: 1, stride: 4, count: 1 },
    { offset: 0, stride: 4, count: 2 },
    { offset: 0, stride: 3, count: 2 },
    { offset: -4, stride: 4, count: 1 },
    { offset: 0, stride: 4, count: 0.5 },
  ])('refuses records outside the bytes or upon one another (%j)', (at) => {
    expect(() => readColumns(layout, compiled, record, at)).toThrow(RangeError);
  });

  it('takes a fact as unknown where a damaged record has a code that no value has', () => {
    const upTo17 = compileChecked(
      aRuleSet([aRule('A', { not: { fact: 'age', between: [0, 3] } })], [anEntry('a'), anEntry('age', YEARS)]),
    );
    const damaged = readColumns(layout, upTo17, Uint8Array.of(0b0111110, 0, 0, 0), { offset: 0, stride: 4, count: 1 });
    const { definiteLevel, possibleLevel } = evaluateBulk(compileBulk(upTo17), damaged, contexts);

    expect([definiteLevel[0], possibleLevel[0]]).toEqual([0, 1]);
  });
});

describe('bulk evaluation', () => {
  it('finds the rule that holds', () => {
    expect(evaluateBulk(compileBulk(compiled), columns, contexts).definiteLevel).toEqual(Uint8Array.of(1));
  });

  it('refuses columns that were read for a rule set with other facts', () => {
    const other = compileChecked(aRuleSet([aRule('A', holds('a'))], [anEntry('a'), anEntry('years', YEARS)]));

    expect(() => evaluateBulk(compileBulk(other), columns, contexts)).toThrow(RangeError);
  });

  it.each<CaseContexts>([
    { ...contexts, days: new Int32Array(2) },
    { ...contexts, areaCodes: new Uint16Array(0) },
    { ...contexts, areaCodes: Uint16Array.of(1) },
  ])('refuses contexts that do not fit the cases', (unfit) => {
    expect(() => evaluateBulk(compileBulk(compiled), columns, unfit)).toThrow(RangeError);
  });

  it('does not depend on words, and asks what several rules ask only once', () => {
    const when = { all: [holds('a'), { fact: 'age', between: [1, 4] as const }] };
    const twice = compileChecked(
      aRuleSet(
        [aRule('A', when), aRule('B', when, { then: { minUrgency: 'red' } }), aRule('C', holds('a'), { then: {} })],
        [anEntry('a'), anEntry('age', YEARS)],
      ),
    );
    const once = compileChecked(
      aRuleSet([aRule('A', when, { then: { minLevel: 'early_help', minUrgency: 'red' } })], twice.ruleSet.catalogue),
    );

    expect(compileBulk(twice).circuit.gates).toHaveLength(compileBulk(once).circuit.gates.length);
  });
});
