import type { Fact, FactValue } from '#domain';
import { type Reader, valueRead } from './reader.ts';
import type { Literal } from './sat/literal.ts';
import { negate } from './sat/literal.ts';
import type { SatSolver } from './sat/sat-solver.ts';
import { valueClasses } from './value-classes.ts';

/** One way in which a fact may stand in a case; `given` null means that it is not given at all. */
export interface FactState {
  readonly literal: Literal;
  readonly given: Fact | null;
  readonly members: readonly FactValue[];
}

/** Everything a fact may be. At most one state holds; where none does, the fact is unknown. */
export interface FactStates {
  readonly factId: string;
  readonly states: readonly FactState[];
  /** What it is when nothing is reported: one of the states, or null for unknown. */
  readonly missing: FactState | null;
}

type Drafts = readonly Omit<FactState, 'literal'>[];

/**
 * Where all readers agree on what "not given" means it is one of the values, or unknown; where a new version of the
 * catalogue says otherwise than the old one, "not given" is a state of its own that each reads in its way.
 */
function draftStates(factId: string, readers: readonly Reader[]): { drafts: Drafts; missing: number } {
  const drafts: Drafts = valueClasses(factId, readers).map(({ fact, members }) => ({ given: fact, members }));
  const asking = readers.filter(({ facts }) => facts.has(factId));
  const meanings = new Set(asking.map((reader) => valueRead(reader, factId, {})));
  const [meaning = null] = meanings;
  if (meanings.size > 1) return { drafts: [...drafts, { given: null, members: [] }], missing: drafts.length };
  return { drafts, missing: meaning === null ? -1 : drafts.findIndex(({ members }) => members.includes(meaning)) };
}

export function addFactStates(solver: SatSolver, factId: string, readers: readonly Reader[]): FactStates {
  const { drafts, missing } = draftStates(factId, readers);
  // Tried first: nothing reported. Examples then say little that does not matter.
  const states = drafts.map((draft, place) => ({
    ...draft,
    literal: solver.addVariable({ phase: place === missing }),
  }));
  states.forEach(({ literal }, place) => {
    for (const other of states.slice(place + 1)) solver.addClause([negate(literal), negate(other.literal)]);
  });
  return { factId, states, missing: states[missing] ?? null };
}
