import type { AdultFactor, Agreement, Answer, ReportedHistory } from '#domain';

/** Ages by which rules about babies differ; everybody older by years. */
export const BABY_AGES = ['unborn', 'under_6_months', 'under_18_months', 'under_2_years'] as const;
export type BabyAge = (typeof BABY_AGES)[number];

export const ABUSE_SIGNS = ['strangulation', 'weapon', 'pregnancy', 'threatToKill'] as const;
export type AbuseSign = (typeof ABUSE_SIGNS)[number];

/** Of the adult factors those that rules ask about, and that a sender sees. */
export const ADULT_SIGNS = ['drugs', 'alcohol', 'mental_health'] as const satisfies readonly AdultFactor[];
export type AdultSign = (typeof ADULT_SIGNS)[number];

export const EARLY_HELP_ANSWERS = ['in_place', 'declined', 'none'] as const;

/** What somebody who thinks of sending a referral says of a child: nothing of who the child is. `null` was not answered. */
export interface CheckAnswers {
  readonly immediateDanger: Answer | null;
  readonly needsMedicalAttention: Answer | null;
  readonly age: BabyAge | number | null;
  readonly seen: Answer | null;
  readonly injury: Answer | null;
  readonly disabled: boolean;
  readonly domesticAbuse: Answer | null;
  readonly abuseGrade: 'standard' | 'medium' | 'high' | null;
  readonly abuseSigns: readonly AbuseSign[];
  readonly adults: readonly AdultSign[];
  readonly missingEpisodes: number | null;
  readonly earlyHelp: NonNullable<ReportedHistory['earlyHelp']> | null;
  readonly protectionPlan: Answer | null;
  readonly agreement: NonNullable<Agreement['given']> | null;
  /** Ids of the indicators that are there. */
  readonly indicators: readonly string[];
  readonly area: string | null;
}
