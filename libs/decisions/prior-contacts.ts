import type { TriageRun } from '#triage';

/** Whether anybody had contacted the front door about this child before. Not known, as before any run, counts as yes. */
export function hadPriorContacts(run: TriageRun | null): boolean {
  if (run === null) return true;
  const contacts = run.facts['history.contactsIn365Days'];
  const referred = run.facts['history.referredIn12Months'];
  const hasNoEarlier = contacts?.known === true && Number(contacts.value) <= 1;
  return !hasNoEarlier || (referred?.known === true && referred.value === true);
}

/** Actions by which a rule asks for a second person before a case may end without help. */
const REVIEWS = ['manager_review_before_no_further_action', 'sign_off_if_no_further_action'];

/** Whether a rule that holds, or may hold, asks for a review. Not known, as before any run, counts as yes. */
export function mustBeReviewed(run: TriageRun | null): boolean {
  return run?.evaluation.possible.actions.some((action) => REVIEWS.includes(action)) ?? true;
}
