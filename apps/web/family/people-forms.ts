import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import { optionsOf } from '../records/field.ts';

export const VERDICTS = ['same', 'different'] as const;
const LONGEST_REASON = 4_000;

export function verdictForm({ words, base }: CaseVisit, compared: object): FormPage {
  const { people: text } = words;
  return {
    ...{ section: 'people', back: `${base}/people`, needs: 'family.record', title: text.compareTitle, send: text.send },
    above: { view: 'family/compare.njk', data: compared },
    refusals: { verdict_stands: text.stands, record_changed: text.stands },
    fields: [
      {
        ...{ kind: 'choice', name: 'verdict', label: text.verdict, missing: text.verdictMissing },
        options: optionsOf(VERDICTS, text.verdictOptions),
      },
      {
        ...{ kind: 'prose', name: 'reason', label: text.reason, hint: words.records.reasonHint },
        ...{ missing: text.reasonMissing, longest: LONGEST_REASON },
      },
    ],
  };
}

export function undoForm({ words, base }: CaseVisit): FormPage {
  const { people: text } = words;
  return {
    ...{
      section: 'people',
      back: `${base}/people`,
      needs: 'family.record',
      title: text.undoTitle,
      lead: [text.undoLead],
    },
    ...{ send: text.undoSend, isGrave: true, refusals: { record_changed: text.stands } },
    fields: [
      {
        ...{ kind: 'prose', name: 'reason', label: text.undoReason, hint: words.records.reasonHint },
        ...{ missing: words.records.reasonMissing, longest: LONGEST_REASON },
      },
    ],
  };
}
