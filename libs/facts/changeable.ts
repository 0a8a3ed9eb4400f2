/** Who the child is and what has been: nobody can make it otherwise, so nothing is to be gained by supposing it. */
const GIVEN = new Set([
  'child.ageDays',
  'child.ageYears',
  'child.first1001Days',
  'child.unborn',
  'child.nonMobile',
  'child.disabled',
  'child.communicationNeeds',
  'referral.fromPublic',
  'referral.kind',
]);

/** Whether a fact could be otherwise, or be answered, by what a referrer or a screener reports (rules.md, semantics 8). */
export function isChangeable(entry: { readonly id: string; readonly suppliedBy: readonly string[] }): boolean {
  if (GIVEN.has(entry.id) || entry.id.startsWith('history.')) return false;
  return entry.suppliedBy.includes('referrer') || entry.suppliedBy.includes('screener');
}
