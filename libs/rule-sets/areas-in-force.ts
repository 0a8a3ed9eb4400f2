import type { Activation } from './rule-set-version.ts';

/** The activation in force in each area on a day; areas on the shipped rule set are left out. `*` is an unknown area. */
export function activationsInForce(
  activations: readonly Activation[],
  areas: readonly string[],
  onDate: string,
): ReadonlyMap<string, Activation> {
  const begun = activations.filter((one) => one.withdrawnAt === null && one.fromDate <= onDate).sort(latestFirst);
  const found = new Map<string, Activation>();
  for (const area of [...areas, '*']) {
    const current = begun.find((one) => one.area === '*' || one.area === area);
    if (current !== undefined) found.set(area, current);
  }
  return found;
}

function latestFirst(one: Activation, other: Activation): number {
  if (one.fromDate !== other.fromDate) return one.fromDate > other.fromDate ? -1 : 1;
  return other.activatedAt.getTime() - one.activatedAt.getTime() || (one.id < other.id ? -1 : 1);
}
