import type { Language } from '#domain';
import type { OpenedEnquiry } from '#enquiries';
import { agencyName, profileOf } from '#nation-packs';
import type { Words } from '../words/words.ts';
import { askedLine, type EnquiryFrame } from './enquiry-summary.presenter.ts';

/** One enquiry with its reply, as much as there is of it. */
export function openedEnquiry(
  opened: OpenedEnquiry,
  words: Words,
  frame: EnquiryFrame & { readonly language: Language },
) {
  const { enquiry, reply, content } = opened;
  const { enquiries: text, codes } = words;
  const agency = agencyName(frame.authorityId, enquiry.agencyId);
  return {
    ...{ agency, title: text.opened.title(agency), line: askedLine(opened, words, frame) },
    asked: enquiry.asked,
    basis: text.opened.bases[enquiry.agreed ? 'agreement' : 'override'],
    urgency: codes.urgencies[enquiry.urgency],
    ...{ sentBy: enquiry.sentByName, sentAt: enquiry.sentAt, dueAt: enquiry.dueAt, closedAt: enquiry.closedAt },
    withdrawal:
      enquiry.withdrawnByName === null ? null : { by: enquiry.withdrawnByName, reason: enquiry.withdrawalReason ?? '' },
    reply:
      reply === null
        ? null
        : {
            kind: codes.replyKinds[reply.kind],
            ...{ by: reply.answeredByName, at: reply.answeredAt, readBy: reply.readByName, readAt: reply.readAt },
          },
    content: content === null ? null : contentOf(content, words, frame),
    withdrawHref: enquiry.state === 'open' ? `/cases/${frame.caseId}/enquiries/${enquiry.id}/withdraw` : null,
  };
}

function contentOf(
  { whatWeKnow, worries, strengths, declineReason, indicators }: NonNullable<OpenedEnquiry['content']>,
  words: Words,
  { authorityId, language }: EnquiryFrame & { readonly language: Language },
) {
  const known = profileOf(authorityId).nationPack.indicators;
  return {
    ...{ whatWeKnow, worries, strengths },
    declined: declineReason === null ? null : words.codes.declineReasons[declineReason],
    indicators: indicators.map(({ id, answer, evidence }) => {
      const indicator = known.find((each) => each.id === id);
      const title = language === 'cy' ? (indicator?.titleCy ?? indicator?.title) : indicator?.title;
      return { title: title ?? id, answer: words.enquiries.indicatorAnswers[answer], evidence: evidence ?? null };
    }),
  };
}
