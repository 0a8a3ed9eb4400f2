import type { Language } from '#domain';
import type { Challenge } from '#challenges';
import type { DraftSummary } from '#drafts';
import type { AskedLine } from '#enquiries';
import type { SentLine } from '#intake';
import type { Words } from '../words/words.ts';
import { momentIn } from '../pages/moments.ts';

export type Tone = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'grey';

/** A referral as a line of its agency's list. */
export interface ListedReferral {
  readonly reference: string;
  readonly href: string;
  readonly children: string;
  readonly yours: string | null;
  readonly sentAt: Date;
  /** `null` once everything is decided, or where it may not be told. */
  readonly decideBy: Date | null;
  readonly standing: string;
  readonly tone: Tone;
}

/** Something that waits for the agency, in one sentence. */
export interface WaitingForReply {
  readonly href: string;
  readonly text: string;
  readonly isLate: boolean;
}

/** A referral that was begun and not sent. */
export interface ListedDraft {
  readonly href: string | null;
  readonly text: string;
  readonly savedAt: Date;
  readonly expiresAt: Date;
}

/** The words and the moment that a page is made for. */
export interface Frame {
  readonly words: Words;
  readonly language: Language;
  readonly now: Date;
}

export function listedReferral(line: SentLine, words: Words): ListedReferral {
  const { reference, senderReference, receivedAt, decided, children, decideBy } = line;
  const isOpen = decided !== null && decided < children.length;
  return {
    reference,
    href: `/referrals/${reference}`,
    children: children.map((name) => name ?? words.partner.list.noName).join(', '),
    yours: senderReference,
    sentAt: receivedAt,
    decideBy: isOpen ? decideBy : null,
    ...standingOf(line, words),
  };
}

function standingOf({ decided, children, isLate }: SentLine, words: Words): Pick<ListedReferral, 'standing' | 'tone'> {
  const { standing } = words.partner;
  if (decided === null) return { standing: standing.withheld, tone: 'grey' };
  if (decided >= children.length) return { standing: standing.decided, tone: 'green' };
  if (isLate === true) return { standing: standing.late, tone: 'red' };
  if (decided > 0) return { standing: standing.partly(decided, children.length), tone: 'blue' };
  return { standing: standing.considered, tone: 'blue' };
}

/** What waits for the agency's reply: questions by when they are due, then its challenges that are open. */
export function waitingForReply(
  enquiries: readonly AskedLine[],
  challenges: readonly Challenge[],
  frame: Frame,
): WaitingForReply[] {
  return [
    ...enquiries.map((each) => waitingEnquiry(each, frame)),
    ...challenges.map((each) => waitingChallenge(each, frame)),
  ];
}

function waitingEnquiry({ id, dueAt }: AskedLine, { words, language, now }: Frame): WaitingForReply {
  const isLate = dueAt < now;
  const say = isLate ? words.partner.list.enquiryLate : words.partner.list.enquiry;
  return { href: `/enquiries/${id}`, text: say(momentIn(language, dueAt)), isLate };
}

function waitingChallenge({ id, caseReference, dueAt }: Challenge, { words, language, now }: Frame): WaitingForReply {
  const { list } = words.partner;
  const isLate = dueAt !== null && dueAt < now;
  const due = dueAt === null ? [] : [(isLate ? list.challengeLate : list.challengeDue)(momentIn(language, dueAt))];
  const href = `/referrals/${referralOf(caseReference)}/challenges/${id}`;
  return { href, text: [`${list.challenge(caseReference)}.`, ...due].join(' '), isLate };
}

/** A case's reference is its referral's with a number behind. */
function referralOf(caseReference: string): string {
  return caseReference.replace(/-\d+$/, '');
}

export function listedDraft(draft: DraftSummary, { words, language }: Frame): ListedDraft {
  const { id, page, children, savedAt, expiresAt, state } = draft;
  const { list } = words.partner;
  if (state === 'expired') return { href: null, text: list.expired(momentIn(language, expiresAt)), savedAt, expiresAt };
  return { href: `/referrals/drafts/${id}/${page}`, text: list.draft(children.join(', ')), savedAt, expiresAt };
}
