import type { TriageRun } from '#triage';

/** Whether anybody had contacted the front door about this child before. Not known, as before any run, counts as yes. */
export function hadPriorContacts(run: TriageRun | null): boolean {
  if (run === null) return true;
  const contacts = run.facts['history.contactsIn365Days'];
  const referred = run.facts['history.referredIn12Months'];
  const hasNoEarlier = contacts?.known === true && Number(contacts.value) <= 1;
  return !hasNoEarlier || (referred?.known === true && referred.value === true);
}
