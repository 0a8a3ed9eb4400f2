import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileChecked } from '../evaluate/compile-checked.ts';
import { smallCondition, smallRuleSet } from '../testing/prove-arbitrary.ts';
import { Tabulated } from '../testing/prove-every-case.ts';
import { CONFLICT_LIMIT, QuestionSpace } from './question-space.ts';
import { FALSE, type Literal, negate, TRUE } from './sat/literal.ts';
import { SatSolver } from './sat/sat-solver.ts';
import { Circuit } from './circuit.ts';

describe('the encoding of conditions', () => {
  it('has a case for each of the three results exactly when trying every case finds one', () => {
    fc.assert(
      fc.property(smallRuleSet(), smallCondition(), (ruleSet, condition) => {
        const [rule] = ruleSet.rules;
        if (rule === undefined) return;
        const set = { ...ruleSet, rules: [{ ...rule, when: condition }] };
        const table = new Tabulated(set);
        const space = new QuestionSpace([compileChecked(set)]);
        const { isTrue, notFalse } = space.encode(condition, space.view(0));
        const results = { true: [isTrue], false: [negate(notFalse)], unknown: [negate(isTrue), notFalse] };
        for (const [result, question] of Object.entries(results)) {
          const isFound = table.cases.some((facts) => table.of(facts).results[rule.id] === result);
          expect(space.ask(question)).toBe(isFound ? 'satisfiable' : 'unsatisfiable');
          if (isFound) expect(table.of(space.factsFound()).results[rule.id]).toBe(result);
          else expect(space.confirmsNone([question])).toBe(true);
        }
      }),
      { numRuns: 80, seed: 20260501 },
    );
  });

  it('gives up at the limit and counts it', () => {
    expect(CONFLICT_LIMIT).toBeGreaterThan(1000);
    const spare = new QuestionSpace([], [], 0);
    expect(spare.ask([])).toBe('undecided');
    expect(spare.effort).toEqual({ questions: 1, conflicts: 0, undecided: 1 });
  });
});

describe('gates', () => {
  const bits = (value: number, inputs: readonly Literal[]) =>
    inputs.map((one, place) => ((value >> place) & 1 ? one : negate(one)));

  it('count as counting does, whichever inputs hold', () => {
    const solver = new SatSolver();
    const circuit = new Circuit(solver);
    const inputs = Array.from({ length: 5 }, () => solver.addVariable());
    for (let need = 0; need <= 6; need += 1) {
      const gate = circuit.atLeast(need, inputs);
      for (let value = 0; value < 32; value += 1) {
        const ones = bits(value, inputs).filter((literal) => inputs.includes(literal)).length;
        expect(solver.solve([...bits(value, inputs), gate], 1000)).toBe(ones >= need ? 'satisfiable' : 'unsatisfiable');
      }
    }
  });

  it('fold away what cannot matter, and are shared', () => {
    const solver = new SatSolver();
    const circuit = new Circuit(solver);
    const [a, b] = [solver.addVariable(), solver.addVariable()];
    expect(circuit.and([])).toBe(TRUE);
    expect(circuit.and([a, TRUE, a])).toBe(a);
    expect(circuit.and([a, negate(a), b])).toBe(FALSE);
    expect(circuit.or([a, TRUE])).toBe(TRUE);
    expect(circuit.and([a, b])).toBe(circuit.and([b, a]));
    expect(circuit.atLeast(2, [a, a, b])).not.toBe(circuit.and([a, b]));
  });
});
