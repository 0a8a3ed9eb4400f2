import type { CaseId } from '#domain';
import type { StandingMember } from './sibling-check.ts';
import type { FamilyCase } from './store/family-case.ts';

/** A child of the family to look at because of what was decided about another. */
export interface SiblingPrompt {
  readonly member: string;
  /** The case in which a brother or sister was found to need protection. */
  readonly caseId: CaseId;
}

/**
 * Protection decided for one child asks of every other whether they need it, until somebody has said what should happen
 * or has decided as much for them. Source: domain pack 4.4, sibling link.
 */
export function promptsOf(members: readonly StandingMember[], cases: readonly FamilyCase[]): SiblingPrompt[] {
  const children = members.filter(({ part, standing }) => part === 'child' || standing?.state === 'waiting');
  const grave = cases.filter(needsProtection);
  return children
    .filter((child) => !child.cases.some(needsProtection))
    .flatMap(({ id }) => grave.slice(-1).map((one) => ({ member: id, caseId: one.id })));
}

function needsProtection({ decision }: FamilyCase): boolean {
  return decision?.level === 'statutory_protection';
}
