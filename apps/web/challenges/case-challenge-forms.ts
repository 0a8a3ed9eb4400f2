import { ASKING_WAYS, CHALLENGE_GROUNDS, FAMILY_ASKERS, REVIEW_GROUNDS } from '#challenges';
import { optionsOf } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import { riskFields, wordsField } from './challenge-forms.ts';

/** What a family asks for who has no account. */
export function reviewForm({ words, base }: CaseVisit): FormPage {
  const { reviewForm: text, askers, ways, grounds } = words.challenges;
  return {
    ...{ section: 'challenges', back: `${base}/challenges`, needs: 'family_review.record' },
    ...{ title: text.title, lead: [text.lead], send: text.send },
    refusals: { action_not_available: text.notNow },
    fields: [
      { ...choice('askedBy', text.askedBy, text.askedByMissing), options: optionsOf(FAMILY_ASKERS, askers) },
      { ...choice('askedHow', text.askedHow, text.askedHowMissing), options: optionsOf(ASKING_WAYS, ways) },
      { ...choice('grounds', text.grounds, text.groundsMissing), options: optionsOf(REVIEW_GROUNDS, grounds) },
      wordsField(text.text, text.textMissing),
      { kind: 'tick', name: 'complaint', label: text.complaint, hint: text.complaintHint },
    ],
  };
}

/** For the agency that referred, when it called. */
export function enterForm({ words, base }: CaseVisit): FormPage {
  const { enterForm: text, pursueForm: said, grounds } = words.challenges;
  return {
    ...{ section: 'challenges', back: `${base}/challenges`, needs: 'challenge.open' },
    ...{ title: text.title, lead: [text.lead], send: text.send },
    refusals: { action_not_available: text.notDecided },
    places: { toStage: { at: 'toStage', text: said.toStageWrong } },
    fields: [
      { ...choice('grounds', text.grounds, text.groundsMissing), options: optionsOf(CHALLENGE_GROUNDS, grounds) },
      wordsField(said.text, said.textMissing),
      ...riskFields(words),
    ],
  };
}

function choice(name: string, label: string, missing: string) {
  return { kind: 'choice', name, label, missing } as const;
}
