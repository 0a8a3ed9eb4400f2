import type { Decision } from '#domain';
import type { Information, Withdrawal } from '#history';
import type { SignOff } from './store/decision.repository.ts';

/** A decision as the audit log vouches for it: what its row holds beside the authority, which the entry names itself. */
export function committedDecision(decision: Decision): object {
  return { ...decision, authorityId: undefined };
}

/** As `committedDecision`, for a second person's signature or return. */
export function committedSignOff(signOff: SignOff, decidedBy: string): object {
  return { ...signOff, authorityId: undefined, decidedBy };
}

/** What was learned, as it was recorded: whether it was withdrawn since is an event of its own. */
export function committedInformation(information: Information): object {
  return { ...information, withdrawal: null };
}

export function committedWithdrawal(id: string, withdrawal: Withdrawal): object {
  return { id, ...withdrawal };
}
