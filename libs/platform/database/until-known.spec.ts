import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#domain';
import { OutcomeUnknownError } from './unavailable.ts';
import { untilKnown } from './until-known.ts';

describe('work whose commit nobody answered', () => {
  it('is done again until it is known, also through times in which nobody can be asked', async () => {
    const faults = [
      new OutcomeUnknownError(null),
      new DomainError('unavailable', 'Away.'),
      new OutcomeUnknownError(null),
    ];

    await expect(untilKnown(attempts(faults))).resolves.toBe('stored');
    expect(faults).toEqual([]);
  });

  it('is not done again after any other fault, before or behind', async () => {
    const away = new DomainError('unavailable', 'Away.');
    const ours = new Error('Ours.');

    await expect(untilKnown(attempts([away, ours]))).rejects.toBe(away);
    await expect(untilKnown(attempts([new OutcomeUnknownError(null), ours]))).rejects.toBe(ours);
  });

  it('says in the end that it is not known, which is not the same as “not stored”', async () => {
    const faults = Array.from({ length: 9 }, () => new OutcomeUnknownError(null));
    const [first] = faults;

    await expect(untilKnown(attempts(faults))).rejects.toBe(first);
    expect(faults).toHaveLength(4);
  });
});

function attempts(faults: Error[]): () => Promise<string> {
  return () => {
    const fault = faults.shift();
    return fault === undefined ? Promise.resolve('stored') : Promise.reject(fault);
  };
}
