import { describe, expect, it } from '@jest/globals';
import { LanePace } from './lane-pace.ts';

/** A drain that goes on until it is told to end. */
function heldDrain() {
  const ends: (() => void)[] = [];
  const drain = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
  return { drain, begun: () => ends.length, endOne: () => ends.shift()?.() };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the pace of a lane', () => {
  it('has two loops at work at most, and one of them looks again for whoever asked meanwhile', async () => {
    const pace = new LanePace();
    const { drain, begun, endOne } = heldDrain();
    const asked = [1, 2, 3].map(() => pace.whileAsked(drain));

    expect(begun()).toBe(2);
    endOne();
    await turn();
    expect(begun()).toBe(2);
    endOne();
    endOne();
    await turn();
    expect(begun()).toBe(1);
    endOne();
    await Promise.all(asked);
    expect(pace.isAtWork).toBe(false);
  });

  it('is at work no more after a drain that failed, and says so to who asked', async () => {
    const pace = new LanePace();

    await expect(pace.whileAsked(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(pace.isAtWork).toBe(false);
  });

  it('claims for longer while PostgreSQL answers slowly', () => {
    const pace = new LanePace();

    pace.claimTook(10);
    expect(pace.leaseMs(2_000)).toBe(2_000);
    pace.claimTook(3_000);
    expect(pace.leaseMs(2_000)).toBe(9_000);
    pace.claimTook(10);
    expect(pace.leaseMs(2_000)).toBe(2_000);
  });

  it('takes more at once while batches are full and soon done, and less after one that took long', () => {
    const pace = new LanePace();
    const first = pace.batch;

    pace.took(first - 1, 1);
    expect(pace.batch).toBe(first);
    pace.took(first, 1);
    expect(pace.batch).toBe(first * 2);
    for (let times = 0; times < 10; times += 1) pace.took(pace.batch, 1);
    expect(pace.batch).toBe(64);
    for (let times = 0; times < 10; times += 1) pace.took(pace.batch, 10_000);
    expect(pace.batch).toBe(4);
  });
});
