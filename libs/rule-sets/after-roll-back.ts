import type { Activation, RuleSetVersion } from './rule-set-version.ts';
import type { Standing } from './stage.ts';

/** What would be in force in an area; no version: the rule set that came with the service. */
export interface WouldBeInForce {
  readonly area: string;
  readonly version: RuleSetVersion | null;
  readonly since: string | null;
}

type Known = Pick<Standing, 'version' | 'activations'>;
interface Put extends Pick<Activation, 'id' | 'area' | 'fromDate' | 'activatedAt' | 'withdrawnAt'> {
  readonly version: RuleSetVersion;
}

/**
 * What would be in force on a day (`YYYY-MM-DD`) in each area if one activation were withdrawn: the latest other one that
 * has begun, for the area or for all of the authority, as `RuleSetsInForce` finds it.
 */
export function afterRollBack(
  versions: readonly Known[],
  withdrawn: Activation['id'],
  areas: readonly string[],
  today: string,
): WouldBeInForce[] {
  const puts: Put[] = versions
    .flatMap(({ version, activations }) => activations.map((activation) => ({ ...activation, version })))
    .filter(({ id, fromDate, withdrawnAt }) => id !== withdrawn && withdrawnAt === null && fromDate <= today)
    .sort(latestFirst);
  return areas.map((area) => {
    const found = puts.find((put) => put.area === '*' || put.area === area);
    return { area, version: found?.version ?? null, since: found?.fromDate ?? null };
  });
}

function latestFirst(a: Put, b: Put): number {
  if (a.fromDate !== b.fromDate) return a.fromDate < b.fromDate ? 1 : -1;
  return b.activatedAt.getTime() - a.activatedAt.getTime() || (a.id < b.id ? -1 : 1);
}
