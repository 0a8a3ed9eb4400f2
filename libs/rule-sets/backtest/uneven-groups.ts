import type { BeforeAfter, Change, GroupChange, UnevenGroup } from './report.ts';

export interface UnevenLimits {
  /** Groups of fewer cases are too small to be judged by a share. */
  readonly fewestCases: number;
}

export const UNEVEN_LIMITS: UnevenLimits = { fewestCases: 10 };

const POINTS = 0.05;
const RATIO = { least: 0.8, most: 1.25 } as const;
/** Shares are quotients of whole numbers: a move of exactly five points must not be lost to rounding. */
const ROUNDING = 1e-9;

/**
 * The groups that a draft treats unevenly (domain pack 6.3, rule-change impact; 1.3 S2-08). Two measures are looked at,
 * each as a share of the group's cases: the statutory pathway, and the universal pathway, which stands in for "no further
 * action" because only a person decides that. A group of at least `fewestCases` cases is uneven in a measure when
 *
 * - its share moves by five percentage points or more, up or down; or
 * - the ratio of its share to the share among all cases outside the group was from 0.8 to 1.25 before and is not after.
 *   Where neither the group nor the others have any such case the ratio is 1; where only the others have none, it is
 *   outside the limits. A group that holds every case has no others, and no ratio.
 *
 * Months are no group of children and are passed over.
 */
export function unevenGroups(
  overall: Change,
  groups: readonly GroupChange[],
  window: UnevenGroup['window'],
  limits: UnevenLimits = UNEVEN_LIMITS,
): UnevenGroup[] {
  return groups
    .filter(({ dimension, cases }) => dimension !== 'month' && cases >= limits.fewestCases)
    .flatMap((group) =>
      (['statutory', 'universal'] as const).flatMap((measure) => {
        const share = group[measure];
        const ratio = ratioToOthers(group, overall, measure);
        const why = [
          ...(Math.abs(share.after - share.before) >= POINTS - ROUNDING ? (['moved_by_5_points'] as const) : []),
          ...(isInside(ratio.before) && !isInside(ratio.after) ? (['ratio_left_limits'] as const) : []),
        ];
        const { dimension, group: name, cases } = group;
        return why.length === 0 ? [] : [{ window, dimension, group: name, cases, measure, share, ratio, why }];
      }),
    );
}

function ratioToOthers(group: Change, overall: Change, measure: 'statutory' | 'universal'): UnevenGroup['ratio'] {
  const others = overall.cases - group.cases;
  const ratio = (at: keyof BeforeAfter): number | null => {
    if (others === 0) return 1;
    const own = group[measure][at];
    // Counts are whole, so the others' count is, too.
    const othersCount = Math.round(overall[measure][at] * overall.cases - own * group.cases);
    if (othersCount === 0) return own === 0 ? 1 : null;
    return own / (othersCount / others);
  };
  return { before: ratio('before'), after: ratio('after') };
}

function isInside(ratio: number | null): boolean {
  return ratio !== null && ratio >= RATIO.least - ROUNDING && ratio <= RATIO.most + ROUNDING;
}
