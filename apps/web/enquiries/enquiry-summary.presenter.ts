import type { EnquiryLine } from '#enquiries';
import { agencyName } from '#nation-packs';
import type { Words } from '../words/words.ts';

/** One enquiry in a line. */
export interface AskedLine {
  readonly id: string;
  readonly agency: string;
  readonly stateText: string;
  readonly tone: 'red' | 'blue' | 'green' | 'orange' | 'grey';
  readonly sentAt: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
  /** A reply came and nobody has opened it. */
  readonly isUnread: boolean;
  readonly href: string;
}

export interface EnquirySummary {
  readonly lines: readonly AskedLine[];
  readonly waiting: number;
  readonly unread: number;
  readonly overdue: number;
  readonly href: string;
  readonly askHref: string;
}

/** Whose case it is about, and the moment that lateness is judged at. */
export interface EnquiryFrame {
  readonly caseId: string;
  readonly authorityId: string;
  readonly now: Date;
}

/** What was asked of other agencies: unread replies first, then what waits by when it is due, then the rest. */
export function enquirySummary(lines: readonly EnquiryLine[], words: Words, frame: EnquiryFrame): EnquirySummary {
  const told = lines.map((line) => askedLine(line, words, frame));
  const waiting = lines.filter(({ enquiry }) => enquiry.state === 'open').length;
  const href = `/cases/${frame.caseId}/enquiries`;
  return {
    lines: told.toSorted((one, other) => placeOf(one) - placeOf(other) || one.dueAt.getTime() - other.dueAt.getTime()),
    waiting,
    unread: told.filter(({ isUnread }) => isUnread).length,
    overdue: told.filter(({ isOverdue }) => isOverdue).length,
    href,
    askHref: `${href}/ask`,
  };
}

export function askedLine({ enquiry, reply }: EnquiryLine, words: Words, frame: EnquiryFrame): AskedLine {
  const { id, state, agencyId, sentAt, dueAt } = enquiry;
  const isOverdue = state === 'open' && dueAt < frame.now;
  const isUnread = reply !== null && reply.readAt === null;
  return {
    id,
    agency: agencyName(frame.authorityId, agencyId),
    ...standing({ state, isOverdue, isUnread }, words),
    ...{ sentAt, dueAt, isOverdue, isUnread },
    href: `/cases/${frame.caseId}/enquiries/${id}`,
  };
}

type Standing = Pick<AskedLine, 'isOverdue' | 'isUnread'> & { readonly state: EnquiryLine['enquiry']['state'] };

function standing({ state, isOverdue, isUnread }: Standing, words: Words): Pick<AskedLine, 'stateText' | 'tone'> {
  if (isUnread) return { stateText: words.enquiries.unread, tone: 'orange' };
  if (isOverdue) return { stateText: words.enquiries.overdue, tone: 'red' };
  const stateText = words.codes.enquiryStates[state];
  return {
    stateText,
    tone: ({ open: 'blue', answered: 'green', declined: 'grey', withdrawn: 'grey' } as const)[state],
  };
}

function placeOf({ isUnread, tone }: AskedLine): number {
  if (isUnread) return 0;
  return tone === 'red' || tone === 'blue' ? 1 : 2;
}
