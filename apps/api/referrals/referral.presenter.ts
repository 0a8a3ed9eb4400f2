import { ERROR_CATALOGUE, type Language } from '#domain';
import type { SenderExplanation } from '#decisions';
import type { Receipt, ReferralPage, ReferralWithCases } from '#intake';
import type { SenderAdvice } from '#notifications';
import type { ReferralPageResponse, ReferralResponse, SenderExplanationResponse } from './referral.response.ts';

/** A referral as its sender sees it: where each case stands, and the pathway once a person has decided. */
export function presentReferral({ referral, cases, withheld }: ReferralWithCases): ReferralResponse {
  const { reference, receivedAt, bodySha256, receipt, document } = referral;
  return {
    reference,
    receivedAt: receivedAt.toISOString(),
    bodySha256,
    cases: cases.map((found) => ({
      reference: found.reference,
      childRef: document.children[found.childIndex]?.ref ?? '',
      status: found.status,
      pathway: found.pathway,
    })),
    receipt: presentReceipt(receipt),
    withheld: withheld === null ? null : { code: withheld, ...wordsOf(withheld) },
  };
}

/** Field by field: a receipt read back from PostgreSQL has its keys in another order, and must be the same bytes. */
export function presentReceipt(receipt: Receipt): ReferralResponse['receipt'] {
  return {
    reference: receipt.reference,
    receivedAt: receipt.receivedAt,
    bodySha256: receipt.bodySha256,
    cases: receipt.cases.map(({ reference, childRef }) => ({ reference, childRef })),
    whatHappensNext: receipt.whatHappensNext,
    decisionDueBy: receipt.decisionDueBy,
    decisionDueByText: receipt.decisionDueByText,
    emergencyAdvice: receipt.emergencyAdvice,
    questions: receipt.questions.map(({ pointer, code, message }) => ({ pointer, code, message })),
  };
}

export function presentReferralPage({ referrals, next }: ReferralPage): ReferralPageResponse {
  const lines = referrals.map(({ id: _, receivedAt, ...line }) => ({ ...line, receivedAt: receivedAt.toISOString() }));
  return { referrals: lines, next };
}

function wordsOf(withheld: 'sharing_agreement_expired'): { why: string; whatToDo: string } {
  const { title, remedy } = ERROR_CATALOGUE[withheld];
  return { why: title, whatToDo: remedy };
}

/** Without ids of rules or facts: they are for those who keep the rules. */
export function presentSenderExplanation(
  told: readonly SenderExplanation[],
  language: Language,
  advice: SenderAdvice,
): SenderExplanationResponse {
  const children = told.map(({ caseReference, explanation }) => ({
    caseReference,
    summary: [...explanation.summary],
    reasons: explanation.lines.map(({ title, because }) => ({ title, because })),
    untranslated: [...(explanation.untranslated ?? [])],
  }));
  return { language, children, ...advice };
}
