import type { Answer } from '#domain';
import type { FormFields } from '#sign-in';
import { ABUSE_SIGNS, ADULT_SIGNS, BABY_AGES, type CheckAnswers, EARLY_HELP_ANSWERS } from '#triage';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';

const ANSWERS = ['yes', 'no', 'not_known'] as const satisfies readonly Answer[];
const AGREEMENTS = ['yes', 'no', 'not_asked', 'cannot_be_asked'] as const;
const GRADES = ['standard', 'medium', 'high'] as const;
const OLDEST = 25;
const MOST_EPISODES = 999;

/** What the authority knows of: ids of its areas and of its nation's indicators. */
export interface CheckChoices {
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
}

export function readCheck(
  fields: FormFields,
  { areas, indicators }: CheckChoices,
  words: Words,
): { readonly value: CheckAnswers } | { readonly faults: Faults } {
  const { faults: told } = words.thresholdCheck;
  const [years, missing] = [numberIn(fields, 'years', OLDEST), numberIn(fields, 'missing', MOST_EPISODES)];
  const isAged = textOf(fields, 'age') === 'years';
  const faults = {
    ...(isAged && years === 'wrong' ? { years: told.years } : {}),
    ...(missing === 'wrong' ? { missing: told.missing } : {}),
  };
  if ((isAged && years === 'wrong') || missing === 'wrong') return { faults };
  const aged = years === 'wrong' ? null : years;
  const age = isAged ? aged : oneOf(BABY_AGES, fields, 'age');
  return {
    value: {
      ...{ age, missingEpisodes: missing },
      ...circumstancesIn(fields),
      immediateDanger: oneOf(ANSWERS, fields, 'danger'),
      needsMedicalAttention: oneOf(ANSWERS, fields, 'medical'),
      indicators: manyOf(indicators, fields, 'indicators'),
      area: oneOf(areas, fields, 'area'),
    },
  };
}

type Circumstances = Omit<
  CheckAnswers,
  'age' | 'missingEpisodes' | 'immediateDanger' | 'needsMedicalAttention' | 'indicators' | 'area'
>;

function circumstancesIn(fields: FormFields): Circumstances {
  return {
    seen: oneOf(ANSWERS, fields, 'seen'),
    injury: oneOf(ANSWERS, fields, 'injury'),
    disabled: textOf(fields, 'disabled') === 'yes',
    domesticAbuse: oneOf(ANSWERS, fields, 'abuse'),
    abuseGrade: oneOf(GRADES, fields, 'grade'),
    abuseSigns: manyOf(ABUSE_SIGNS, fields, 'abuseSigns'),
    adults: manyOf(ADULT_SIGNS, fields, 'adults'),
    earlyHelp: oneOf(EARLY_HELP_ANSWERS, fields, 'help'),
    protectionPlan: oneOf(ANSWERS, fields, 'plan'),
    agreement: oneOf(AGREEMENTS, fields, 'agreement'),
  };
}

function oneOf<Choice extends string>(choices: readonly Choice[], fields: FormFields, name: string): Choice | null {
  const text = textOf(fields, name);
  return choices.find((each) => each === text) ?? null;
}

function manyOf<Choice extends string>(choices: readonly Choice[], fields: FormFields, name: string): Choice[] {
  const given = [fields[name] ?? []].flat();
  return choices.filter((each) => given.includes(each));
}

function numberIn(fields: FormFields, name: string, most: number): number | null | 'wrong' {
  const text = textOf(fields, name).trim();
  if (text === '') return null;
  return /^\d{1,3}$/.test(text) && Number(text) <= most ? Number(text) : 'wrong';
}
