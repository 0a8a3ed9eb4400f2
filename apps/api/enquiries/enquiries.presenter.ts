import {
  type AskedLine,
  type BasisOfCase,
  type Enquiry,
  type EnquiryLine,
  type EnquiryOverride,
  type FamilyAgreement,
  isInForce,
  type OpenedEnquiry,
} from '#enquiries';
import type {
  AgreementResponse,
  AskedEnquiryResponse,
  AskedListResponse,
  BasisResponse,
  EnquiriesResponse,
  OpenedEnquiryResponse,
  OverrideResponse,
} from './enquiries.response.ts';

export function presentBasis({ standing, inReferral, agreements, overrides }: BasisOfCase): BasisResponse {
  return {
    standing: standing?.kind ?? null,
    inReferral,
    agreements: agreements.map(presentAgreement),
    overrides: overrides.map(presentOverride),
  };
}

export function presentAgreement(made: FamilyAgreement): AgreementResponse {
  const { id, given, saidBy, how, note, recordedByName, recordedAt } = made;
  return {
    id,
    given,
    saidBy: [...saidBy],
    how,
    note,
    recordedBy: recordedByName,
    recordedAt: recordedAt.toISOString(),
  };
}

export function presentOverride(made: EnquiryOverride): OverrideResponse {
  const { id, reason, basis, statement, level, needsSignature, registration } = made;
  return {
    ...{ id, reason, basis, statement, level, needsSignature },
    inForce: isInForce(made),
    madeBy: { name: made.madeByName, role: made.madeByRole, registration },
    madeAt: made.madeAt.toISOString(),
    signature: signatureOf(made),
  };
}

function signatureOf({ outcome, signedByName, signedAt, refusal }: EnquiryOverride): OverrideResponse['signature'] {
  if (outcome === null || signedByName === null || signedAt === null) return null;
  return { outcome, by: signedByName, at: signedAt.toISOString(), reason: refusal };
}

export function presentEnquiries(lines: readonly EnquiryLine[]): EnquiriesResponse {
  return { enquiries: lines.map(presentLine) };
}

export function presentOpened(opened: OpenedEnquiry): OpenedEnquiryResponse {
  const { content } = opened;
  if (content === null) return { ...presentLine(opened), content };
  const { whatWeKnow, worries, strengths, declineReason } = content;
  const indicators = content.indicators.map(({ id, answer, evidence }) => ({ id, answer, evidence: evidence ?? null }));
  return { ...presentLine(opened), content: { whatWeKnow, worries, strengths, indicators, declineReason } };
}

function presentLine({ enquiry, reply }: EnquiryLine): EnquiriesResponse['enquiries'][number] {
  const { id, agencyId, state, urgency, asked, overrideId, withdrawnByName, withdrawalReason } = enquiry;
  return {
    ...{ id, agencyId, state, urgency, asked, overrideId },
    basis: enquiry.agreed ? 'agreement' : 'override',
    sentBy: enquiry.sentByName,
    sentAt: enquiry.sentAt.toISOString(),
    dueAt: enquiry.dueAt.toISOString(),
    closedAt: enquiry.closedAt?.toISOString() ?? null,
    withdrawal: withdrawnByName === null ? null : { by: withdrawnByName, reason: withdrawalReason ?? '' },
    reply:
      reply === null
        ? null
        : {
            kind: reply.kind,
            by: reply.answeredByName,
            at: reply.answeredAt.toISOString(),
            readBy: reply.readByName,
            readAt: reply.readAt?.toISOString() ?? null,
          },
  };
}

export function presentAskedList(lines: readonly AskedLine[]): AskedListResponse {
  return { enquiries: lines.map(presentAskedLine) };
}

export function presentAsked(enquiry: Enquiry): AskedEnquiryResponse {
  const { asked, sentByName, agreed, child } = enquiry;
  return {
    ...presentAskedLine(enquiry),
    ...{ asked, askedBy: sentByName, agreed },
    child: { ...child, identifiers: { ...child.identifiers } },
  };
}

function presentAskedLine({ id, state, urgency, sentAt, dueAt, closedAt }: AskedLine) {
  const when = { sentAt: sentAt.toISOString(), dueAt: dueAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
  return { id, state, urgency, ...when };
}
