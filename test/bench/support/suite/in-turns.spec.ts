import { describe, expect, it } from '@jest/globals';
import { inTurns } from './in-turns.ts';

describe('contenders in turns', () => {
  it('all work in every round, in an order that moves on', async () => {
    const order: string[] = [];
    const worker = (name: string) => () => {
      order.push(name);
      return Promise.resolve({ done: order.length });
    };
    await inTurns('both', { a: worker('a'), b: worker('b') }, 2);
    expect(order).toEqual(['a', 'b', 'b', 'a']);
  });

  it('are compared within each round', async () => {
    const turns = await inTurns(
      'both',
      {
        ours: (round) => Promise.resolve({ pace: (round + 1) * 10 }),
        limit: (round) => Promise.resolve({ pace: (round + 1) * 20 }),
      },
      3,
    );
    expect(turns.ratio('ours', 'limit', 'pace', { atLeast: 0.4 }).rounds).toEqual([0.5, 0.5, 0.5]);
    expect(turns.figure('ours', 'pace', 'a second').rounds).toEqual([10, 20, 30]);
    expect(() => turns.figure('nobody', 'pace', 'a second')).toThrow('Nobody called');
  });
});
