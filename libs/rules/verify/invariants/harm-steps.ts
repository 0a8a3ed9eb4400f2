import { known, type Fact } from '#domain';
import { rankOf } from '../../fact-type.ts';
import type { CatalogueEntry } from '../../rule-set.ts';
import type { FactState, FactStates } from '../../solver/fact-states.ts';

/** From one value of a harm to the next higher one that some rule can tell from it. */
export interface HarmStep {
  readonly lower: FactState;
  readonly higher: FactState;
  readonly from: Fact;
  readonly to: Fact;
}

/**
 * The steps from the least harm to the most. Who never lowers on one step never lowers on several; values between two
 * cut points are read alike, so these steps are all there are.
 */
export function harmSteps({ type }: CatalogueEntry, { states }: FactStates): readonly HarmStep[] {
  const values = states
    .flatMap((state) => state.members.map((value) => ({ state, value })))
    .sort((a, b) => rankOf(type, a.value) - rankOf(type, b.value));
  return values.slice(1).flatMap((higher, place): HarmStep[] => {
    const lower = values[place];
    if (lower === undefined || lower.state === higher.state) return [];
    return [{ lower: lower.state, higher: higher.state, from: known(lower.value), to: known(higher.value) }];
  });
}
