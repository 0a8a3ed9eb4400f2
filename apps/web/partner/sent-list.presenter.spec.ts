import { describe, expect, it } from '@jest/globals';
import type { Challenge } from '#challenges';
import type { AskedLine } from '#enquiries';
import type { SentLine } from '#intake';
import { WORDS } from '../words/words.ts';
import { listedDraft, listedReferral, waitingForReply } from './sent-list.presenter.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const BEFORE = new Date('2026-11-23T09:00:00Z');
const AFTER = new Date('2026-11-24T09:00:00Z');
const FRAME = { words: WORDS.en, language: 'en', now: NOW } as const;
const LINE: SentLine = {
  ...{ reference: 'FD-2345-6789', senderReference: 'S-1', receivedAt: BEFORE, children: ['Robin Example', null] },
  ...{ decided: 0, decideBy: AFTER, isLate: false },
};

describe('the list of an agency’s referrals', () => {
  it.each([
    [{}, 'Being looked at'],
    [{ isLate: true }, 'Late: not decided in time'],
    [{ decided: 1 }, 'Decided for 1 of 2 children'],
    [{ decided: 2 }, 'Decided'],
    [{ decided: null, isLate: null }, 'Not shared with you'],
  ])('says of %j where it stands', (changes, standing) => {
    expect(listedReferral({ ...LINE, ...changes }, WORDS.en).standing).toBe(standing);
  });

  it('names the children, and tells by when it is decided while it is not', () => {
    expect(listedReferral(LINE, WORDS.en)).toMatchObject({
      children: 'Robin Example, A child without a name',
      decideBy: AFTER,
      href: '/referrals/FD-2345-6789',
    });
    expect(listedReferral({ ...LINE, decided: 2 }, WORDS.en).decideBy).toBeNull();
    expect(listedReferral({ ...LINE, decided: null }, WORDS.en).decideBy).toBeNull();
  });

  it('puts what waits for the agency on top, and says what is late', () => {
    const enquiry = { id: 'e1', dueAt: BEFORE } as AskedLine;
    const challenge = { id: 'c1', caseReference: 'FD-2345-6789-2', dueAt: AFTER } as Challenge;

    expect(waitingForReply([enquiry], [challenge], FRAME)).toEqual([
      {
        href: '/enquiries/e1',
        text: 'We ask what you know about a child. Your answer was due by Mon 23 November 2026, 09:00 GMT.',
        isLate: true,
      },
      {
        href: '/referrals/FD-2345-6789/challenges/c1',
        text: 'Your challenge in FD-2345-6789-2. We answer by Tue 24 November 2026, 09:00 GMT.',
        isLate: false,
      },
    ]);
  });

  it('leads back to a draft where it was left, and says when one was removed', () => {
    const kept = { channel: 'form', page: 'worries', savedAt: BEFORE, expiresAt: AFTER } as const;
    const draft = { ...kept, id: 'd1', children: ['Kim'], state: 'open' } as const;

    expect(listedDraft(draft, FRAME)).toMatchObject({ href: '/referrals/drafts/d1/worries', text: 'Draft about Kim' });
    expect(listedDraft({ ...draft, state: 'expired' }, FRAME).href).toBeNull();
  });
});
