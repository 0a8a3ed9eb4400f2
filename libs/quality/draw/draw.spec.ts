import { describe, expect, it } from '@jest/globals';
import { type Candidate, drawSample, frameHash } from './draw.ts';

function candidates(length: number, stratum: string | null = null): Candidate[] {
  return Array.from({ length }, (_none, at) => ({ decisionId: `${stratum ?? 'd'}-${String(at)}`, stratum }));
}

function byStratum(drawn: readonly Candidate[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { stratum } of drawn) counts[stratum ?? ''] = (counts[stratum ?? ''] ?? 0) + 1;
  return counts;
}

const MIXED = [...candidates(90, 'universal'), ...candidates(8, 'statutory'), ...candidates(2, 'no_further_action')];

describe('the draw of a sample', () => {
  it('can be repeated from its seed, in whatever order the decisions come', () => {
    const drawn = drawSample(MIXED, 'seed-1', 10);

    expect(drawSample([...MIXED].reverse(), 'seed-1', 10)).toEqual(drawn);
    expect(drawSample(MIXED, 'seed-2', 10)).not.toEqual(drawn);
  });

  it('draws each decision once, and no more than there are', () => {
    const drawn = drawSample(candidates(5), 'seed', 10);

    expect(new Set(drawn.map(({ decisionId }) => decisionId)).size).toBe(5);
  });

  it('gives groups places by their size, and the smallest at least one', () => {
    // Of 20 places 18, 1.6 and 0.4 are due: each group has one, the rest goes to whom the most is still due.
    expect(byStratum(drawSample(MIXED, 'seed', 20))).toEqual({ universal: 18, statutory: 1, no_further_action: 1 });
    expect(byStratum(drawSample(MIXED, 'seed', 50))).toEqual({ universal: 45, statutory: 4, no_further_action: 1 });
  });

  it('draws from the largest groups where there are fewer places than groups', () => {
    expect(byStratum(drawSample(MIXED, 'seed', 1))).toEqual({ universal: 1 });
  });

  it('takes every decision about equally often over many seeds', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2_000; seed += 1) {
      for (const { decisionId } of drawSample(candidates(10), String(seed), 3)) {
        counts.set(decisionId, (counts.get(decisionId) ?? 0) + 1);
      }
    }
    // 600 are expected of each; five standard deviations are about 103.
    for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(103);
    expect(counts.size).toBe(10);
  });

  it('knows by the hash that a decision was added to what was drawn from', () => {
    expect(frameHash(candidates(3))).toBe(frameHash([...candidates(3)].reverse()));
    expect(frameHash(candidates(3))).not.toBe(frameHash(candidates(4)));
  });
});
