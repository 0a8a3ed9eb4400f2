import { describe, expect, it } from '@jest/globals';
import type { EnquiryLine } from '#enquiries';
import { WORDS } from '../words/words.ts';
import { enquirySummary } from './enquiry-summary.presenter.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const frame = { caseId: 'c1', authorityId: 'larkshire', now: NOW };

function aLine(id: string, state: string, more: { due?: string; reply?: object } = {}): EnquiryLine {
  const dueAt = new Date(more.due ?? '2026-11-24T12:00:00Z');
  return {
    enquiry: { id, state, agencyId: 'larkshire-police', sentAt: NOW, dueAt },
    reply: more.reply ?? null,
  } as never;
}

describe('what was asked of other agencies, in short', () => {
  const { lines, waiting, unread, overdue } = enquirySummary(
    [
      aLine('read', 'answered', { reply: { readAt: NOW } }),
      aLine('open', 'open'),
      aLine('late', 'open', { due: '2026-11-23T11:00:00Z' }),
      aLine('new', 'declined', { reply: { readAt: null } }),
    ],
    WORDS.en,
    frame,
  );

  it('shows unread replies first, then what is due, then the rest', () => {
    expect(lines.map(({ href, stateText }) => [href, stateText])).toEqual([
      ['/cases/c1/enquiries/new', 'Reply not read yet'],
      ['/cases/c1/enquiries/late', 'Reply overdue'],
      ['/cases/c1/enquiries/open', 'Waiting for a reply'],
      ['/cases/c1/enquiries/read', 'Answered'],
    ]);
  });

  it('counts what waits, what nobody has read and what is late', () => {
    expect([waiting, unread, overdue]).toEqual([2, 1, 1]);
    expect(lines[0]?.agency).toBe('Larkshire Police');
  });
});
