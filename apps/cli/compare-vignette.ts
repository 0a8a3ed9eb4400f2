import { PATHWAYS, type Pathway, URGENCIES, type Urgency } from '#domain';
import type { Vignette } from '../standalone/demo-referrals.ts';

export interface Proposed {
  readonly pathway: Pathway;
  readonly urgency: Urgency;
  readonly level: string;
}

type Verdict = 'agree' | 'over' | 'under';

export interface Comparison {
  readonly pathway: Verdict;
  readonly urgency: Verdict;
}

/** Any value inside the expected range agrees; below the range is under-triage, above it over-triage. */
export function compareVignette({ expected }: Vignette, proposed: Proposed): Comparison {
  return {
    pathway: place(PATHWAYS, expected.pathways, proposed.pathway),
    urgency: place(URGENCIES, expected.urgencies, proposed.urgency),
  };
}

function place(order: readonly string[], expected: readonly string[], value: string): Verdict {
  const ranks = expected.map((one) => order.indexOf(one));
  const rank = order.indexOf(value);
  if (rank < Math.min(...ranks)) return 'under';
  return rank > Math.max(...ranks) ? 'over' : 'agree';
}
