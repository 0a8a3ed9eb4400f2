import type { Height } from '../open-facts/height.ts';
import { applied, type Changes, partsOf } from './changes.ts';
import { pathwayRank, type Workbench } from './workbench.ts';

/** Changes that give another pathway or urgency, and no part of which gives the same other one. */
export interface Candidate {
  readonly changes: Changes;
  readonly isLower: boolean;
  /** Another pathway, or only another urgency. */
  readonly gives: { readonly pathway: number } | { readonly urgency: number };
  /** How far the values lie from the present ones. */
  readonly distance: number;
}

/** What of an outcome is other than at the start: the pathway if it is, else the urgency; ranks. */
function differenceOf(start: Height, { level, urgency }: Height): Candidate['gives'] | null {
  if (pathwayRank(level) !== pathwayRank(start.level)) return { pathway: pathwayRank(level) };
  return urgency === start.urgency ? null : { urgency };
}

function isGivenBy(gives: Candidate['gives'], height: Height): boolean {
  return 'pathway' in gives ? pathwayRank(height.level) === gives.pathway : height.urgency === gives.urgency;
}

/** The smallest part of the changes that gives the same as the whole; null where the whole gives nothing new. */
export function candidateOf(bench: Workbench, changes: Changes): Candidate | null {
  const { start, startHeight, heightUnder } = bench;
  const gives = differenceOf(startHeight, heightUnder(applied(changes, start)));
  if (gives === null) return null;
  const least = partsOf(changes).find((part) => isGivenBy(gives, heightUnder(applied(part, start)))) ?? changes;
  const isLower =
    'pathway' in gives ? gives.pathway < pathwayRank(startHeight.level) : gives.urgency < startHeight.urgency;
  return { changes: least, isLower, gives, distance: bench.distanceOf(least) };
}
