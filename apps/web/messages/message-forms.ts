import { CONTACT_WAYS } from '#notifications';
import { optionsOf } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';

const LONGEST = 4_000;

/** `title`: what the message says of itself. */
export function releaseForm({ words, base }: CaseVisit, title: string): FormPage {
  const { messages: text } = words;
  const { releaseForm: own } = text;
  return {
    ...{ section: 'messages', back: `${base}/messages`, needs: 'case.move', isGrave: true },
    ...{ title: own.title, lead: [own.lead], warning: own.warning, send: own.send },
    rows: [{ key: text.columns.what, value: title }],
    refusals: { action_not_available: own.notNow },
    fields: [{ kind: 'prose', name: 'reason', label: own.reason, missing: own.reasonMissing, longest: LONGEST }],
  };
}

export function contactForm({ words, base }: CaseVisit, title: string): FormPage {
  const { messages: text } = words;
  const { contactForm: own } = text;
  return {
    ...{ section: 'messages', back: `${base}/messages`, needs: 'case.move' },
    ...{ title: own.title, lead: [own.lead], send: own.send },
    rows: [{ key: text.columns.what, value: title }],
    refusals: { action_not_available: text.releaseForm.notNow },
    fields: [
      {
        kind: 'choice',
        name: 'how',
        label: own.how,
        missing: own.howMissing,
        options: optionsOf(CONTACT_WAYS, text.ways),
      },
      { kind: 'prose', name: 'reason', label: own.reason, missing: own.reasonMissing, longest: LONGEST },
    ],
  };
}
