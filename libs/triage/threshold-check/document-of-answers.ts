import { Temporal } from 'temporal-polyfill';
import type { ChildInReferral, HouseholdPerson, ReferralDocument } from '#domain';
import type { BabyAge, CheckAnswers } from './check-answers.ts';

/** Days since the birth that stand for an age; before it, negative. */
const DAYS_OLD: Readonly<Record<BabyAge, number>> = {
  unborn: -90,
  under_6_months: 90,
  under_18_months: 365,
  under_2_years: 640,
};
/** Code of the children in need census for a disability that none of its others names. */
const A_DISABILITY = 'DDA';

/** The referral that would say the same: facts are built from it as from any other. Who it is about stands for nobody. */
export function documentOfAnswers(answers: CheckAnswers, onDate: string): ReferralDocument {
  const { immediateDanger, needsMedicalAttention, injury, agreement, missingEpisodes } = answers;
  const people = peopleOf(answers);
  return {
    schemaVersion: '1',
    safety: {
      ...(immediateDanger === null ? {} : { immediateDanger }),
      ...(needsMedicalAttention === null ? {} : { needsMedicalAttention }),
    },
    referrer: { capacity: 'professional', phone: '01632 960000' },
    children: [childOf(answers, onDate)],
    worries: { summary: '-', ...(injury === null ? {} : { injury }) },
    ...(people.length === 0 ? {} : { household: { people } }),
    ...(answers.indicators.length === 0
      ? {}
      : { indicators: answers.indicators.map((id) => ({ id, answer: 'present' as const })) }),
    ...abuseOf(answers),
    ...(missingEpisodes === null ? {} : { missingEpisodesIn90Days: missingEpisodes }),
    ...historyOf(answers),
    ...(agreement === null ? {} : { agreement: { given: agreement } }),
  };
}

function childOf({ age, seen, disabled }: CheckAnswers, onDate: string): ChildInReferral {
  return {
    ref: 'c1',
    givenName: '-',
    ...(seen === null ? {} : { seenBySender: seen }),
    ...(disabled ? { disabilities: [A_DISABILITY] } : {}),
    ...ageOf(age, onDate),
  };
}

function ageOf(age: CheckAnswers['age'], onDate: string): Partial<ChildInReferral> {
  if (age === null) return {};
  if (typeof age === 'number') return { estimatedAgeYears: age };
  const day = Temporal.PlainDate.from(onDate).subtract({ days: DAYS_OLD[age] }).toString();
  return age === 'unborn' ? { expectedDeliveryDate: day } : { dateOfBirth: day };
}

function peopleOf({ adults }: CheckAnswers): HouseholdPerson[] {
  return adults.length === 0 ? [] : [{ name: '-', factors: adults }];
}

function abuseOf({ domesticAbuse, abuseGrade, abuseSigns }: CheckAnswers): Partial<ReferralDocument> {
  if (domesticAbuse !== 'yes') return {};
  const signs = Object.fromEntries(abuseSigns.map((sign) => [sign, 'yes'] as const));
  return { domesticAbuse: { ...(abuseGrade === null ? {} : { grade: abuseGrade }), ...signs } };
}

function historyOf({ earlyHelp, protectionPlan }: CheckAnswers): Partial<ReferralDocument> {
  if (earlyHelp === null && protectionPlan === null) return {};
  return {
    history: {
      ...(earlyHelp === null ? {} : { earlyHelp }),
      ...(protectionPlan === null ? {} : { childProtectionPlan: protectionPlan }),
    },
  };
}
