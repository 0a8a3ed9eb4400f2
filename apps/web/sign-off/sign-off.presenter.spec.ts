import { describe, expect, it } from '@jest/globals';
import { aCasePage, aDecision, aTelling, MANAGER } from '../../../test/support/case-page.ts';
import { presentSignOffs } from './sign-off.presenter.ts';

const telling = aTelling(MANAGER);
const words = telling.words.signOffQueue;
const { found } = aCasePage().detail;

describe('the queue of decisions to sign', () => {
  it('says who decided what, why somebody else signs, and that nothing is in the way', () => {
    const waiting = [{ found, decision: aDecision(), maySign: true, obstacles: [] }];
    const { lines, next } = presentSignOffs({ waiting, total: 1, next: 'abc' }, telling);
    expect(next).toBe('/sign-off?after=abc');
    expect(lines).toEqual([
      expect.objectContaining({
        outcome: 'Level 4: child in need',
        by: expect.stringContaining('Robin Redpoll'),
        agrees: { text: words.asProposed, tone: 'green' },
        why: [telling.words.codes.signOffReasons.statutory_outcome],
        ...{ obstacles: [], isOwn: false },
      }),
    ]);
  });

  it('says what differs from the proposal, what stands in the way, and what is one’s own', () => {
    const decision = aDecision({ level: 'early_help', overrideReason: 'We know more.' });
    const obstacles = [
      { code: 'siblings_not_considered', count: 2 },
      { code: 'replies_unread', count: 1 },
      { code: 'raised_since_decided', count: 1 },
    ] as const;
    const { lines } = presentSignOffs(
      { waiting: [{ found, decision, maySign: false, obstacles }], total: 1, next: null },
      telling,
    );
    expect(lines[0]).toMatchObject({
      agrees: { text: words.differs },
      proposed: words.proposed('Level 4: child in need', 'Amber'),
      obstacles: [words.siblings(2), words.replies(1), words.raised],
      isOwn: true,
    });
  });

  it('says that there was no proposal to differ from', () => {
    const decision = aDecision({ proposedLevel: null, proposedUrgency: null, overrideReason: 'At once.' });
    const { lines } = presentSignOffs(
      { waiting: [{ found, decision, maySign: true, obstacles: [] }], total: 1, next: null },
      telling,
    );
    expect(lines[0]).toMatchObject({ agrees: { text: words.noProposal }, proposed: null });
  });
});
