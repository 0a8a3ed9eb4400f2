import { type Case, type Level, LEVELS, pathwayOf, type SignOffReason } from '#domain';
import type { TriageRun } from '#triage';
import { hadPriorContacts, mustBeReviewed } from '../prior-contacts.ts';
import { type Outcome, signOffReasonsFor } from '../sign-off-reasons.ts';

/** Every outcome that a person can choose, lowest first. */
export const OUTCOMES = ['no_further_action', ...LEVELS] as const satisfies readonly (Level | 'no_further_action')[];
export type DecisionOutcome = (typeof OUTCOMES)[number];

/** Why a second person would have to sign, told before anybody decides; empty where nobody has to. */
export interface SignOffOutlook {
  /** If the proposal is accepted; `null` while there is none. */
  readonly ifAccepted: readonly SignOffReason[] | null;
  /** For each outcome at the urgency that the case has; a lower urgency is one more reason. */
  readonly byOutcome: Readonly<Record<DecisionOutcome, readonly SignOffReason[]>>;
}

/** What the rules of signing would ask of each decision on this case. */
export function signOffOutlook(found: Case, run: TriageRun | null): SignOffOutlook {
  const standing = { ...found, hasPriorContacts: hadPriorContacts(run), mustBeReviewed: mustBeReviewed(run) };
  const urgency = found.urgency ?? found.proposedUrgency ?? 'red';
  const reasonsFor = (outcome: Outcome) => signOffReasonsFor(outcome, standing);
  const { proposedLevel, proposedUrgency } = found;
  const atLevel = (level: Level) => reasonsFor({ level, pathway: pathwayOf(level), urgency });
  const byLevel = Object.fromEntries(LEVELS.map((level) => [level, atLevel(level)])) as Record<Level, SignOffReason[]>;
  return {
    ifAccepted:
      proposedLevel === null || proposedUrgency === null
        ? null
        : reasonsFor({ level: proposedLevel, pathway: pathwayOf(proposedLevel), urgency: proposedUrgency }),
    byOutcome: {
      no_further_action: reasonsFor({ level: null, pathway: 'no_further_action', urgency }),
      ...byLevel,
    },
  };
}
