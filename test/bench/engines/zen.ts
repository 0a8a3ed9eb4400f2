import { ZenEngine } from '@gorules/zen-engine';
import type { EngineMaker } from './engine.ts';
import { type Dialect, infix } from './infix.ts';
import { additionOf, decidingRules, join } from './join.ts';

const ZEN: Dialect = {
  and: 'and',
  or: 'or',
  not: (inner) => `not(${inner})`,
  equals: (name, value) => `${name} == ${value}`,
  oneOf: (name, values) => `${name} in [${values.join(', ')}]`,
  between: (name, low, high) => `${name} in [${low}..${high}]`,
  count: (inner) => `(${inner} ? 1 : 0)`,
  literal: (value) => JSON.stringify(value),
};

const POSITION = { x: 0, y: 0 };

/** A decision graph of one table that collects the places of its matching rows. */
function graph(expressions: readonly string[]): object {
  const rows = expressions.map((expression, place) => ({ _id: `r${place}`, when: expression, place: String(place) }));
  const content = {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'Rule' }],
    outputs: [{ id: 'place', name: 'Place', field: 'place' }],
    rules: rows,
  };
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', name: 'Case', type: 'inputNode', position: POSITION },
      { id: 'table', name: 'Rules', type: 'decisionTableNode', position: POSITION, content },
      { id: 'out', name: 'Places', type: 'outputNode', position: POSITION },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
}

function placesIn(result: unknown): ReadonlySet<unknown> {
  if (!Array.isArray(result)) throw new TypeError('There is no list of matching rows.');
  return new Set((result as readonly { readonly place?: unknown }[]).map(({ place }) => place));
}

/** One decision, created once. */
export const zen: EngineMaker = ({ rules }) => {
  const deciding = decidingRules(rules);
  const decision = new ZenEngine().createDecision(graph(deciding.map(({ when }) => infix(when, ZEN))));
  const additions = deciding.map(additionOf);
  return {
    name: 'ZEN (@gorules/zen-engine)',
    decide: async (given) => {
      // Its binding reads plain objects only.
      const response = await decision.evaluate({ ...given });
      const places = placesIn(response.result);
      return join(additions, (place) => places.has(place));
    },
  };
};
