import type { CaseContexts, EvaluationContext } from '#rules';

/** One day for all cases, on which every rule of the shipped set is in force, and no area. */
export const CONTEXT: EvaluationContext = { onDate: '2026-06-01', area: null };

const NO_AREA = 65_535;
const MILLISECONDS_A_DAY = 86_400_000;

/** The same for so many cases at once. */
export function contexts(count: number): CaseContexts {
  return {
    days: new Int32Array(count).fill(Date.parse(CONTEXT.onDate) / MILLISECONDS_A_DAY),
    areaCodes: new Uint16Array(count).fill(NO_AREA),
    areas: [],
  };
}
