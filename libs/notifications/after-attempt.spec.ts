import { describe, expect, it } from '@jest/globals';
import { afterAttempt, MAX_ATTEMPTS, pauseAfter } from './after-attempt.ts';
import type { DueDelivery } from './store/delivery-work.query.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const HOUR = 3_600_000;
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR);

function due(given: Partial<DueDelivery> = {}): DueDelivery {
  const brandless = { id: 'd', agencyId: 'school' } as unknown as Pick<DueDelivery, 'id' | 'agencyId'>;
  return {
    ...{ ...brandless, event: 'case.signed', happenedAt: NOW, caseReference: 'C', referralReference: 'R' },
    ...{ subjectId: null, attempts: 1 },
    ...{ url: 'https://example.org/', secrets: [], failingSince: null, failures: 0 },
    ...given,
  };
}

describe('after an attempt', () => {
  it.each([200, 201, 204, 299])('%i means delivered, and the endpoint is well', (status) => {
    expect(afterAttempt(due({ failures: 9, failingSince: ago(100) }), { status }, NOW, 0.5)).toMatchObject({
      settlement: { outcome: 'delivered', result: String(status) },
      health: { isWell: true, disable: null },
    });
  });

  it.each([
    { status: 301 },
    { status: 400 },
    { status: 500 },
    { fault: 'timeout' },
    { fault: 'address_refused' },
  ] as const)('%j is tried again', (result) => {
    expect(afterAttempt(due(), result, NOW, 0.5)).toMatchObject({
      settlement: { outcome: null, pauseMs: 5_000 },
      health: { isWell: false, disable: null },
    });
  });

  it('410 ends the endpoint at once', () => {
    expect(afterAttempt(due(), { status: 410 }, NOW, 0.5)).toMatchObject({
      settlement: { outcome: 'failed', result: '410' },
      health: { disable: 'gone' },
    });
  });

  it('an endpoint at which nothing arrived for three days is given up, one day before it is not', () => {
    const after = (hours: number) => afterAttempt(due({ failingSince: ago(hours) }), { status: 500 }, NOW, 0.5);

    expect(after(73)).toMatchObject({ settlement: { outcome: 'failed' }, health: { disable: 'failing' } });
    expect(after(48)).toMatchObject({ settlement: { outcome: null }, health: { disable: null } });
  });

  it('the last attempt is the last, and says nothing against the endpoint', () => {
    expect(afterAttempt(due({ attempts: MAX_ATTEMPTS }), { status: 500 }, NOW, 0.5)).toMatchObject({
      settlement: { outcome: 'failed' },
      health: { disable: null },
    });
    expect(afterAttempt(due({ attempts: MAX_ATTEMPTS - 1 }), { status: 500 }, NOW, 0.5).settlement.outcome).toBeNull();
  });

  it('all attempts together take one to three days, early ones close together', () => {
    const pauses = (chance: number) => Array.from({ length: MAX_ATTEMPTS - 1 }, (_, at) => pauseAfter(at + 1, chance));
    const sum = (chance: number): number => pauses(chance).reduce((total, pause) => total + pause, 0);

    expect(pauses(0.5).slice(0, 4)).toEqual([5_000, 20_000, 80_000, 320_000]);
    expect(sum(0)).toBeGreaterThan(24 * HOUR);
    expect(sum(1)).toBeLessThan(72 * HOUR);
  });

  it('the endpoint rests longer each time, and at most five minutes', () => {
    const rest = (failures: number) => afterAttempt(due({ failures }), { status: 500 }, NOW, 0.5).health.restMs;

    expect([0, 1, 5, 9, 10_000].map(rest)).toEqual([1_000, 2_000, 32_000, 300_000, 300_000]);
  });
});
