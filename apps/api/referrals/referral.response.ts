import Type, { type Static } from 'typebox';
import { PATHWAYS } from '#domain';

const instant = (description: string) => Type.String({ format: 'date-time', description });

const flagResponse = Type.Object(
  {
    pointer: Type.String({ description: 'JSON pointer into the referral' }),
    code: Type.String({ description: '`question` for something missing, otherwise what looks wrong' }),
    message: Type.String(),
  },
  { description: 'Something missing or odd. It blocks nothing.' },
);

export const receiptResponse = Type.Object(
  {
    reference: Type.String({ description: 'Reference of the referral, to quote in every contact' }),
    receivedAt: instant('When it was stored'),
    bodySha256: Type.String({ description: 'SHA-256 of the body exactly as it was received' }),
    cases: Type.Array(Type.Object({ reference: Type.String(), childRef: Type.String() }), {
      description: 'One case a child',
    }),
    whatHappensNext: Type.String(),
    decisionDueBy: instant('By when a social worker decides what happens next'),
    decisionDueByText: Type.String({ description: 'The same in words, UK time' }),
    emergencyAdvice: Type.String(),
    questions: Type.Array(flagResponse, { description: 'Answers that would help; nothing waits for them' }),
  },
  { description: 'Proof that the referral is stored. Given only after it is.' },
);

const senderCase = Type.Object({
  reference: Type.String(),
  childRef: Type.String({ description: 'Your own ref of the child' }),
  status: Type.Enum(['received', 'being_considered', 'decided', 'withheld'], {
    description: 'Where the case stands; `withheld` where it may not be told',
  }),
  pathway: Type.Union([Type.Enum([...PATHWAYS, 'no_further_action']), Type.Null()], {
    description: 'The decided pathway; null until a person has decided and signed',
  }),
});

export const referralResponse = Type.Object({
  reference: Type.String(),
  receivedAt: instant('When it was stored'),
  bodySha256: Type.String(),
  cases: Type.Array(senderCase),
  receipt: receiptResponse,
  withheld: Type.Union(
    [
      Type.Object({
        code: Type.Literal('sharing_agreement_expired'),
        why: Type.String(),
        whatToDo: Type.String(),
      }),
      Type.Null(),
    ],
    { description: 'Why nothing is told of how the cases stand; null where it is told' },
  ),
});

export const referralPageResponse = Type.Object({
  referrals: Type.Array(
    Type.Object({
      reference: Type.String(),
      senderReference: Type.Union([Type.String(), Type.Null()]),
      receivedAt: instant('When it was stored'),
      cases: Type.Integer(),
      decided: Type.Union([Type.Integer(), Type.Null()], {
        description: 'How many of the cases are decided; null where it may not be told',
      }),
    }),
  ),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Send as `after` for the next page' }),
});

export type ReferralResponse = Static<typeof referralResponse>;
export type ReferralPageResponse = Static<typeof referralPageResponse>;

export const senderExplanationResponse = Type.Object({
  language: Type.Enum(['en', 'cy']),
  children: Type.Array(
    Type.Object({
      caseReference: Type.String(),
      summary: Type.Array(Type.String(), { description: 'In whole sentences' }),
      reasons: Type.Array(Type.Object({ title: Type.String(), because: Type.String() })),
      untranslated: Type.Array(Type.String(), { description: 'Texts that stand in English for want of Welsh ones' }),
    }),
    { description: 'Children whom a person has decided about' },
  ),
  nextSteps: Type.String({ description: 'What happens next; the same for every case' }),
  ifWorried: Type.String({ description: 'What to do if you are still worried' }),
  howToDisagree: Type.String({ description: 'How to disagree: a professional challenge of the case' }),
});
export type SenderExplanationResponse = Static<typeof senderExplanationResponse>;
