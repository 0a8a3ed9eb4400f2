import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areRefuted } from './check-certificate.ts';
import { type Literal, negate, TRUE } from './literal.ts';
import { luby } from './luby.ts';
import { SatSolver } from './sat-solver.ts';

const VARIABLES = 7;
const LIMIT = 100_000;

const literal = fc.integer({ min: 2, max: 2 * VARIABLES + 1 });
const formula = fc.array(fc.array(literal, { minLength: 1, maxLength: 3 }), { maxLength: 45 });
const assumed = fc.array(literal, { maxLength: 2 });

function solverOf(clauses: readonly (readonly Literal[])[]): SatSolver {
  const solver = new SatSolver();
  for (let count = 0; count < VARIABLES; count += 1) solver.addVariable();
  for (const clause of clauses) solver.addClause(clause);
  return solver;
}

function canHold(clauses: readonly (readonly Literal[])[]): boolean {
  for (let bits = 0; bits < 2 ** VARIABLES; bits += 1) {
    const isTrue = (one: Literal): boolean => ((bits >> ((one >> 1) - 1)) & 1) !== (one & 1);
    if (clauses.every((clause) => clause.some(isTrue))) return true;
  }
  return false;
}

/** So many pigeons do not fit into one hole fewer: short to state, long to refute. */
function pigeons(count: number): SatSolver {
  const solver = new SatSolver();
  const sits = Array.from({ length: count }, () => Array.from({ length: count - 1 }, () => solver.addVariable()));
  for (const holes of sits) solver.addClause(holes);
  sits.forEach((one, place) => {
    for (const other of sits.slice(place + 1)) {
      one.forEach((hole, at) => {
        solver.addClause([negate(hole), negate(other[at] ?? TRUE)]);
      });
    }
  });
  return solver;
}

describe('the satisfiability solver', () => {
  it('agrees with trying everything, with a model that holds or a certificate that can be checked', () => {
    fc.assert(
      fc.property(formula, assumed, (clauses, assumptions) => {
        const solver = solverOf(clauses);
        const all = [...clauses, ...assumptions.map((one) => [one])];
        if (solver.solve(assumptions, LIMIT) === 'satisfiable') {
          expect(all.every((clause) => clause.some((one) => solver.isTrue(one)))).toBe(true);
        } else {
          expect(canHold(all)).toBe(false);
          expect(areRefuted(solver.certificate, [assumptions])).toBe(true);
        }
      }),
      { numRuns: 800, seed: 20260101 },
    );
  });

  it('answers one question after another while clauses are added', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(formula, assumed), { minLength: 2, maxLength: 4 }), (steps) => {
        const solver = solverOf([]);
        const clauses: Literal[][] = [];
        for (const [more, assumptions] of steps) {
          for (const clause of more.slice(0, 15)) {
            clauses.push(clause);
            solver.addClause(clause);
          }
          const isSatisfiable = solver.solve(assumptions, LIMIT) === 'satisfiable';
          expect(isSatisfiable).toBe(canHold([...clauses, ...assumptions.map((one) => [one])]));
        }
      }),
      { numRuns: 200, seed: 20260102 },
    );
  });

  it('refutes what needs a search, and its certificate stands', () => {
    const solver = pigeons(6);
    expect(solver.solve([], LIMIT)).toBe('unsatisfiable');
    expect(solver.conflicts).toBeGreaterThan(10);
    expect(areRefuted(solver.certificate, [[]])).toBe(true);
  });

  it('says "undecided" at its limit instead of guessing', () => {
    expect(pigeons(8).solve([], 20)).toBe('undecided');
  });

  it('has no certificate for what can hold', () => {
    const solver = solverOf([
      [2, 4],
      [3, 4],
    ]);
    expect(solver.solve([], LIMIT)).toBe('satisfiable');
    expect(areRefuted(solver.certificate, [[]])).toBe(false);
    expect(areRefuted({ given: [[2, 4]], learned: [[2], [3]] }, [[]])).toBe(false);
  });

  it('restarts after the sequence of Luby', () => {
    expect(Array.from({ length: 15 }, (_, place) => luby(place))).toEqual([
      1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8,
    ]);
  });
});
