import { type Case, type DecidedPathway, SETTLED_STATES } from '#domain';

type SentCaseStatus = 'received' | 'being_considered' | 'decided' | 'withheld';

/** One child of a referral as its sender may see it. */
export interface SentCase {
  readonly reference: string;
  readonly childIndex: number;
  readonly status: SentCaseStatus;
  /** Once a person has decided and signed. */
  readonly pathway: DecidedPathway | null;
}

export function sentCase(found: Case, isWithheld: boolean): SentCase {
  const { reference, childIndex } = found;
  if (isWithheld) return { reference, childIndex, status: 'withheld', pathway: null };
  const isDecided = SETTLED_STATES.includes(found.state);
  return { reference, childIndex, status: statusOf(found), pathway: isDecided ? found.decidedPathway : null };
}

function statusOf({ state }: Case): SentCaseStatus {
  if (SETTLED_STATES.includes(state)) return 'decided';
  return state === 'received' ? 'received' : 'being_considered';
}
