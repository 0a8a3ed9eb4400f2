import { type DecisionOutcome, OUTCOMES } from '#decisions';
import { URGENCIES } from '#domain';
import { type LegalBasis, selectableLegalBases } from '#nation-packs';
import type { DecisionRequest } from '#decisions';
import { localDateOf } from '#deadlines';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Answers } from '../records/answers.ts';
import { type Field, type Option, optionsOf } from '../records/field.ts';
import { readAnswers } from '../records/read-answers.ts';
import { outcomeWords, type Telling } from './telling.ts';

const LONGEST_RATIONALE = 10_000;
const LONGEST_REASON = 4_000;
const LONGEST_BASIS = 200;

/** What there is to decide about: whether there is a proposal to accept, whether replies wait unread. */
export interface Decidable {
  readonly hasProposal: boolean;
  readonly unread: number;
  /** What to say beside an outcome: that a second person signs it. */
  readonly hintOf: (outcome: DecisionOutcome) => string | null;
}

export type ReadDecision =
  { readonly decision: Pick<DecisionRequest, 'choice' | 'unreadReason'> } | { readonly faults: Faults };

/** Everybody who decides gives reasons. */
export function commonFields({ unread }: Pick<Decidable, 'unread'>, telling: Telling): Field[] {
  const { decide } = telling.words.casePage.act;
  return [
    {
      kind: 'prose',
      name: 'reason',
      label: decide.reason,
      hint: decide.reasonHint,
      missing: decide.missingReason,
      longest: LONGEST_RATIONALE,
    },
    { kind: 'list', name: 'basis', label: decide.basis, hint: decide.basisHint, options: basisOptions(telling) },
    ...(unread === 0
      ? []
      : [{ kind: 'prose', name: 'unreadReason', label: decide.unreadReason, longest: LONGEST_REASON } as const]),
  ];
}

/** What is asked besides of somebody who decides otherwise than proposed, or before anything is proposed. */
export function differFields({ hasProposal, hintOf }: Omit<Decidable, 'unread'>, telling: Telling): Field[] {
  const { decide } = telling.words.casePage.act;
  const outcomes: Option[] = OUTCOMES.map((value) => {
    const hint = hintOf(value);
    const text = outcomeWords(telling, value === 'no_further_action' ? null : value);
    return { value, text, ...(hint === null ? {} : { hint }) };
  });
  const urgencies = optionsOf([...URGENCIES].reverse(), telling.words.codes.urgencies);
  return [
    { kind: 'choice', name: 'outcome', label: decide.outcome, options: outcomes, missing: decide.missingOutcome },
    { kind: 'choice', name: 'urgency', label: decide.urgency, options: urgencies, missing: decide.missingUrgency },
    ...(hasProposal
      ? [
          {
            kind: 'prose',
            name: 'differs',
            label: decide.differs,
            missing: decide.missingDiffers,
            longest: LONGEST_REASON,
          } as const,
        ]
      : []),
  ];
}

/** The form itself says whether it offered a proposal: what has changed since, the case refuses. */
export function readDecision(typed: FormFields, telling: Telling): ReadDecision {
  const on: Decidable = { hasProposal: textOf(typed, 'proposed') === 'yes', unread: 1, hintOf: () => null };
  const isDifferent = !on.hasProposal || textOf(typed, 'choice') === 'differ';
  if (!isDifferent && textOf(typed, 'choice') !== 'accept') {
    const { faults } = readAnswers(commonFields(on, telling), typed, telling);
    return { faults: { choice: telling.words.casePage.act.decide.missingChoice, ...faults } };
  }
  const fields = [...(isDifferent ? differFields(on, telling) : []), ...commonFields(on, telling)];
  const { answers, faults } = readAnswers(fields, typed, telling);
  if (Object.keys(faults).length > 0) return { faults };
  return { decision: { choice: choiceOf(answers, isDifferent), unreadReason: answers.textOrNull('unreadReason') } };
}

/** Before there is a proposal, the reasons are also why it is decided without one. */
function choiceOf(answers: Answers, isDifferent: boolean): DecisionRequest['choice'] {
  const rationale = answers.text('reason');
  const common = { rationale, legalBasis: answers.textOrNull('basis') };
  if (!isDifferent) return { ...common, kind: 'confirm' };
  return {
    ...{ ...common, kind: 'differ', outcome: answers.oneOf('outcome', OUTCOMES) },
    urgency: answers.oneOf('urgency', URGENCIES),
    overrideReason: answers.textOrNull('differs') ?? rationale.slice(0, LONGEST_REASON),
  };
}

function basisOptions({ authority, now }: Telling): Option[] {
  return selectableLegalBases(authority.nationPack, localDateOf(now.getTime())).map(basisOption);
}

function basisOption({ title }: LegalBasis): Option {
  return { value: title.slice(0, LONGEST_BASIS), text: title };
}
