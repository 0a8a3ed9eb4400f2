import { type Challenge, CHALLENGE_OUTCOMES, REVIEW_OUTCOMES, STAGES } from '#challenges';
import { type Field, optionsOf } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import type { Words } from '../words/words.ts';

export const AGENCY_STEPS = ['escalate', 'accept', 'withdraw'] as const;
const LONGEST = 10_000;

function frameOf({ id }: Challenge): Pick<FormPage, 'section' | 'back'> {
  return { section: 'challenges', back: `/challenges/${id}` };
}

export function respondForm({ words }: CaseVisit, challenge: Challenge): FormPage {
  const { respondForm: text } = words.challenges;
  return {
    ...frameOf(challenge),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'challenge.respond' },
    refusals: { not_allowed: text.manager },
    fields: [wordsField(text.text, text.textMissing)],
  };
}

export function decideForm({ words }: CaseVisit, challenge: Challenge): FormPage {
  const { decideForm: text, outcomes } = words.challenges;
  const isReview = challenge.kind === 'family_review';
  const options = isReview ? optionsOf(REVIEW_OUTCOMES, outcomes) : optionsOf(CHALLENGE_OUTCOMES, outcomes);
  return {
    ...frameOf(challenge),
    ...{ title: isReview ? text.reviewTitle : text.title, lead: [text.lead], send: text.send },
    needs: isReview ? 'family_review.decide' : 'challenge.decide',
    refusals: { second_person_needed: text.own },
    fields: [
      { kind: 'choice', name: 'outcome', label: text.outcome, missing: text.outcomeMissing, options },
      ...(isReview ? [] : [{ kind: 'tick', name: 'reopen', label: text.reopen } as const]),
      wordsField(text.text, text.textMissing),
    ],
  };
}

export function acknowledgeForm({ words }: CaseVisit, challenge: Challenge): FormPage {
  const { acknowledgeForm: text } = words.challenges;
  return {
    ...frameOf(challenge),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'family_review.record', fields: [] },
  };
}

/** For an agency that called. */
export function pursueForm({ words }: CaseVisit, challenge: Challenge): FormPage {
  const { pursueForm: text } = words.challenges;
  return {
    ...frameOf(challenge),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'challenge.pursue' },
    places: { toStage: { at: 'toStage', text: text.toStageWrong } },
    fields: [
      {
        ...{ kind: 'choice', name: 'step', label: text.step, missing: text.stepMissing },
        options: optionsOf(AGENCY_STEPS, text.steps),
      },
      ...riskFields(words),
      wordsField(text.text, text.textMissing),
    ],
  };
}

/** Stages are left out only at immediate risk. */
export function riskFields({ challenges: { pursueForm: text, stages } }: Words): Field[] {
  const options = STAGES.map((stage, index) => ({ value: String(index + 1), text: stages[stage] }));
  return [
    { kind: 'tick', name: 'risk', label: text.risk },
    { kind: 'list', name: 'toStage', label: text.toStage, options },
  ];
}

export function wordsField(label: string, missing: string): Field {
  return { kind: 'prose', name: 'text', label, missing, longest: LONGEST };
}
