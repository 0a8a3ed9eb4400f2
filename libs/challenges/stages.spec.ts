import { describe, expect, it } from '@jest/globals';
import { stageAfter, stageName, STAGES } from './stages.ts';

function codeOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error: unknown) {
    return (error as { code?: unknown }).code;
  }
}

describe('the stages of a challenge', () => {
  it('are gone through one by one', () => {
    expect([0, 1, 2, 3].map((from) => stageName(stageAfter(from, null, false)))).toEqual([...STAGES]);
  });

  it('go one by one at immediate risk too, where nobody names a stage', () => {
    expect(stageAfter(1, null, true)).toBe(2);
  });

  it('are left out upwards at immediate risk, and never otherwise', () => {
    expect(stageAfter(0, 4, true)).toBe(4);
    expect(stageAfter(1, 3, true)).toBe(3);
    expect(codeOf(() => stageAfter(1, 3, false))).toBe('validation_failed');
    expect(codeOf(() => stageAfter(3, 3, true))).toBe('validation_failed');
    expect(codeOf(() => stageAfter(3, 2, true))).toBe('validation_failed');
    expect(codeOf(() => stageAfter(3, 5, true))).toBe('validation_failed');
  });

  it('end with the last', () => {
    expect(codeOf(() => stageAfter(4, null, false))).toBe('action_not_available');
    expect(() => stageName(5)).toThrow('no stage 5');
  });
});
