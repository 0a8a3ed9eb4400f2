import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RecentKeys } from './recent-keys.ts';

describe('keys unwrapped a moment ago', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('are found by exactly what they were unwrapped from', () => {
    const keys = new RecentKeys();
    keys.set('authority referral k1 bytes', Buffer.from('a'));

    expect(keys.get('authority referral k1 bytes')).toEqual(Buffer.from('a'));
    expect(keys.get('authority referral k1 bytez')).toBeNull();
  });

  it('are forgotten within forty seconds, also when nobody asks, and leave no timer behind', () => {
    const keys = new RecentKeys();
    keys.set('one', Buffer.from('a'));
    jest.advanceTimersByTime(15_000);
    keys.set('other', Buffer.from('b'));
    jest.advanceTimersByTime(24_000);
    expect(keys.get('one')).not.toBeNull();
    jest.advanceTimersByTime(20_000);

    expect(keys.size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('never pile up', () => {
    const keys = new RecentKeys();
    for (let count = 0; count < 30_000; count += 1) keys.set(String(count), Buffer.of(1));

    expect(keys.size).toBeLessThanOrEqual(8_192);
    expect(keys.get('29999')).not.toBeNull();
  });
});
