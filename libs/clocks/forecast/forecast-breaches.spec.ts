import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '#deadlines';
import { forecastBreaches, type QueuedCase } from './forecast-breaches.ts';
import { forecastDays } from './forecast-day.ts';

/** Four decisions an hour, well known. */
const PACE = { decisions: 320, workingHours: 80 };

function line(length: number, hoursLeft: number | null, queue = 'screening'): QueuedCase[] {
  return Array.from({ length }, () => ({ queue, hoursLeft, overdue: false }));
}

describe('the forecast of breaches', () => {
  it('expects none while the team is far ahead, and nearly all that is beyond it', () => {
    expect(forecastBreaches(line(8, 8), PACE)).toMatchObject({ expected: 0, high: 0, chanceOfAny: 0, byQueue: [] });
    const over = forecastBreaches(line(232, 8), PACE);
    expect(over.low).toBeLessThan(over.high);
    expect(Math.abs(over.expected - 200)).toBeLessThan(5);
    expect(over.chanceOfAny).toBe(1);
  });

  it('has an interval that holds the truth eight times in ten', () => {
    const { low, high } = forecastBreaches(line(40, 8), PACE);
    // 32 decisions are expected of 40 wanted, with the spread of a Poisson number: 8 and about 5.7 on either side of it.
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThan(4);
    expect(high).toBeGreaterThan(12);
    expect(high).toBeLessThan(20);
  });

  it('gives the same forecast for the same queue', () => {
    expect(forecastBreaches(line(40, 8), PACE)).toEqual(forecastBreaches(line(40, 8), PACE));
  });

  it('counts what waits in front, but no breach of what has run out already or is not due', () => {
    const overdue: QueuedCase[] = line(100, 0).map((each) => ({ ...each, overdue: true }));
    expect(forecastBreaches(overdue, PACE).expected).toBe(0);
    expect(forecastBreaches(line(100, null), PACE).expected).toBe(0);
    expect(forecastBreaches([...overdue, ...line(4, 2)], PACE).expected).toBe(4);
    expect(forecastBreaches([...line(4, 2), ...overdue], PACE).expected).toBeLessThan(1);
  });

  it('says in which queue, most first', () => {
    const { byQueue } = forecastBreaches([...line(40, 8), ...line(5, 1, 'assessment'), ...line(50, 8)], PACE);
    expect(byQueue.map(({ queue }) => queue)).toEqual(['screening', 'assessment']);
    expect(byQueue[1]?.expected).toBe(5);
  });

  it('trusts a team of which it knows nothing with next to nothing', () => {
    const { expected, high } = forecastBreaches(line(10, 8), { decisions: 0, workingHours: 80 });
    expect(expected).toBeGreaterThan(9);
    expect(high).toBe(10);
  });
});

describe('the forecast for today and the next working day', () => {
  const calendar = workingCalendar('scotland', { receivedOutsideHours: 'same_day' });
  const friday = Date.parse('2026-06-12T09:00+01:00');

  it('gives each day its own breaches; in Scotland Monday 15 June 2026 is none', () => {
    const due = (time: string, length: number) =>
      Array.from({ length }, () => ({ queue: 'screening', dueAt: new Date(time) }));
    const waiting = [...due('2026-06-12T23:59+01:00', 40), ...due('2026-06-16T23:59+01:00', 200)];
    const [today, next] = forecastDays(calendar, waiting, PACE, friday);
    expect([today.date, next.date]).toEqual(['2026-06-12', '2026-06-16']);
    expect(Math.abs(today.expected - 8)).toBeLessThan(2);
    // 240 wait; both days together are 16 working hours, so 64 decisions.
    expect(Math.abs(next.expected - 176)).toBeLessThan(6);
  });

  it('warns of 200 cases beyond what the team can do before the first of them has run out', () => {
    const dueAt = new Date('2026-06-12T23:59+01:00');
    const waiting = Array.from({ length: 232 }, () => ({ queue: 'screening', dueAt }));
    const [today] = forecastDays(calendar, waiting, PACE, friday);
    expect(today).toMatchObject({ chanceOfAny: 1, until: dueAt });
    expect(today.low).toBeGreaterThan(180);
    expect(friday).toBeLessThan(dueAt.getTime());
  });
});
