import { describe, expect, it } from '@jest/globals';
import { afterSending, MOST_ATTEMPTS, MOST_ATTEMPTS_URGENT, pauseAfter } from './after-sending.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const HOUR = 3_600_000;
const due = { urgent: false, attempts: 1, createdAt: NOW };
const refused = { outcome: 'refused', code: 'smtp_451', isPermanent: false } as const;

describe('after an attempt to send a message', () => {
  it('is over once it was handed over or arrived', () => {
    expect(afterSending(due, { outcome: 'handed_over', reference: 'a' }, NOW, 0.5)).toMatchObject({
      ...{ state: 'sent', nextAttemptAt: null, providerReference: 'a' },
    });
    expect(afterSending(due, { outcome: 'delivered', reference: 'a' }, NOW, 0.5)).toMatchObject({
      ...{ state: 'delivered', nextAttemptAt: null },
    });
  });

  it('asks a provider that will say more, ever more seldom, and for three days', () => {
    const asked = (ageMs: number) =>
      afterSending(
        { ...due, createdAt: new Date(NOW.getTime() - ageMs) },
        { outcome: 'pending', reference: 'a', code: 'notify_sending' },
        NOW,
        0.5,
      );
    const pause = (ageMs: number) => (asked(ageMs).nextAttemptAt?.getTime() ?? 0) - NOW.getTime();

    expect([0, HOUR, 24 * HOUR].map(pause)).toEqual([15_000, HOUR / 4, HOUR]);
    expect(asked(73 * HOUR)).toMatchObject({ state: 'sent', nextAttemptAt: null });
  });

  it('tries again what was refused for now, and gives up what was refused for good', () => {
    expect(afterSending(due, refused, NOW, 0.5)).toEqual({
      ...{
        state: 'queued',
        result: 'smtp_451',
        nextAttemptAt: new Date(NOW.getTime() + 10_000),
        providerReference: null,
      },
    });
    expect(afterSending(due, { ...refused, isPermanent: true }, NOW, 0.5)).toMatchObject({ state: 'failed' });
  });

  it('gives an urgent message up within minutes, others within hours: then a person has to know', () => {
    const last = (urgent: boolean, attempts: number) =>
      afterSending({ ...due, urgent, attempts }, refused, NOW, 0.5).state;
    const sum = (attempts: number, chance: number): number =>
      Array.from({ length: attempts - 1 }, (_, at) => pauseAfter(at + 1, chance)).reduce((a, b) => a + b, 0);

    expect([last(true, MOST_ATTEMPTS_URGENT - 1), last(true, MOST_ATTEMPTS_URGENT)]).toEqual(['queued', 'failed']);
    expect([last(false, MOST_ATTEMPTS - 1), last(false, MOST_ATTEMPTS)]).toEqual(['queued', 'failed']);
    expect(sum(MOST_ATTEMPTS_URGENT, 1)).toBeLessThan(10 * 60_000);
    expect(sum(MOST_ATTEMPTS, 0)).toBeGreaterThan(4 * HOUR);
    expect(sum(MOST_ATTEMPTS, 1)).toBeLessThan(8 * HOUR);
  });

  it('waits threefold longer each time, to an hour, a fifth more or less', () => {
    expect([1, 2, 3, 20].map((attempts) => pauseAfter(attempts, 0.5))).toEqual([10_000, 30_000, 90_000, HOUR]);
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([8_000, 12_000]);
  });
});
