import { mayDo } from '#access-policy';
import type { CasePage } from '#decisions';
import { SETTLED_STATES } from '#domain';
import type { FormFields } from '#sign-in';
import { askableOptions } from '../enquiries/askable.ts';
import type { Faults } from '../pages/pages.ts';
import type { Field } from '../records/field.ts';
import { type Input, inputsOf } from '../records/inputs.presenter.ts';
import { readAnswers } from '../records/read-answers.ts';
import { fillingOf, type Typed } from './filling.ts';
import type { Telling } from './telling.ts';

const LONGEST = 4_000;

/** The field that asks the sender of the referral; nothing where they cannot be asked. */
export function askSenderInputs({ detail: { found } }: CasePage, typed: Typed, telling: Telling): readonly Input[] {
  const isAskable = askableOptions(found.authorityId, telling.now).some(({ value }) => value === found.agencyId);
  const mayAsk = mayDo(telling.actor, 'enquiry.send', found) === 'allowed' && !SETTLED_STATES.includes(found.state);
  return isAskable && mayAsk ? inputsOf(askSenderFields(telling), fillingOf(typed, telling.words)) : [];
}

export function readQuestion(
  typed: FormFields,
  telling: Telling,
): { readonly asked: string } | { readonly faults: Faults } {
  const { answers, faults } = readAnswers(askSenderFields(telling), typed, telling);
  return Object.keys(faults).length > 0 ? { faults } : { asked: answers.text('senderQuestion') };
}

function askSenderFields({ words }: Telling): Field[] {
  const { askSender } = words.casePage.act;
  const { label, hint, missing } = askSender;
  return [{ kind: 'prose', name: 'senderQuestion', label, hint, missing, longest: LONGEST }];
}
