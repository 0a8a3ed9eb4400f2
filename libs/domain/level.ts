/** Levels of need, lowest to highest (architecture.md section 2; threshold words differ by nation and authority). */
export const LEVELS = [
  'universal',
  'early_help',
  'targeted_early_help',
  'statutory_need',
  'statutory_protection',
] as const;
export type Level = (typeof LEVELS)[number];

export const PATHWAYS = ['universal', 'early_help', 'statutory'] as const;
export type Pathway = (typeof PATHWAYS)[number];

/** Urgency (BRAG), least to most urgent. */
export const URGENCIES = ['blue', 'green', 'amber', 'red'] as const;
export type Urgency = (typeof URGENCIES)[number];

export function levelRank(level: Level): number {
  return LEVELS.indexOf(level);
}

export function urgencyRank(urgency: Urgency): number {
  return URGENCIES.indexOf(urgency);
}

export function higherLevel(a: Level, b: Level): Level {
  return levelRank(a) >= levelRank(b) ? a : b;
}

export function higherUrgency(a: Urgency, b: Urgency): Urgency {
  return urgencyRank(a) >= urgencyRank(b) ? a : b;
}

/** Early help covers single-agency and targeted help; both statutory levels are one pathway. */
export function pathwayOf(level: Level): Pathway {
  switch (level) {
    case 'universal':
      return 'universal';
    case 'early_help':
    case 'targeted_early_help':
      return 'early_help';
    case 'statutory_need':
    case 'statutory_protection':
      return 'statutory';
  }
}
