import { type CombinedOutcome, pathwayOf } from '#domain';
import type { Proposal, QueueByLevel } from './proposal.ts';

export interface Findings {
  readonly definite: CombinedOutcome;
  readonly possible: CombinedOutcome;
  readonly needsInformation: boolean;
  readonly openFacts: readonly string[];
}

/**
 * Proposes at the definite outcome and says what it could still become: missing information never lowers a level and
 * never stops the clock (domain pack, rule 3).
 */
export function proposePathway(findings: Findings, queues: QueueByLevel): Proposal {
  const { definite, possible, needsInformation } = findings;
  return {
    level: definite.level,
    pathway: pathwayOf(definite.level),
    urgency: definite.urgency,
    redLine: definite.redLine,
    queue: queues[definite.level],
    routes: definite.routes,
    actions: definite.actions,
    services: definite.services,
    needsInformation,
    couldBecome: needsInformation
      ? { level: possible.level, pathway: pathwayOf(possible.level), urgency: possible.urgency }
      : null,
    openFacts: findings.openFacts,
  };
}
