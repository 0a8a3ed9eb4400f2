import { known } from '#domain';
import { anyAnswer, factOfAnswer } from './answer-fact.ts';
import type { Moment, PartialFacts } from './moment.ts';

/** Facts of the domestic-abuse sub-form; nothing when it was not opened. */
export function domesticAbuseFacts(moment: Moment): PartialFacts {
  const form = moment.referral.domesticAbuse;
  if (form === undefined) return {};
  return {
    'domesticAbuse.reported': known(true),
    'domesticAbuse.dashScore': form.dashScore === undefined ? undefined : known(form.dashScore),
    'domesticAbuse.highGrade': anyAnswer([gradeAnswer(form.grade)]),
    'domesticAbuse.strangulation': factOfAnswer(form.strangulation),
    'domesticAbuse.weapon': factOfAnswer(form.weapon),
    'domesticAbuse.pregnancy': factOfAnswer(form.pregnancy),
    'domesticAbuse.threatToKill': factOfAnswer(form.threatToKill),
  };
}

function gradeAnswer(
  grade: 'standard' | 'medium' | 'high' | 'not_known' | undefined,
): 'yes' | 'no' | 'not_known' | undefined {
  if (grade === undefined || grade === 'not_known') return grade;
  return grade === 'high' ? 'yes' : 'no';
}
