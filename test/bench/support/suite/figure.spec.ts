import { describe, expect, it } from '@jest/globals';
import { type Aim, isMet, summaryOf } from './figure.ts';

function figureOf(rounds: number[], aim: Aim | null = null) {
  return { group: 'g', name: 'n', unit: 'ratio', rounds, aim };
}

describe('a figure', () => {
  it('is read as the middle of its rounds, with the lowest and the highest', () => {
    expect(summaryOf(figureOf([3, 1, 2]))).toEqual({ median: 2, lowest: 1, highest: 3 });
  });

  it('leaves out rounds that could not say', () => {
    expect(summaryOf(figureOf([Number.NaN, 5]))).toEqual({ median: 5, lowest: 5, highest: 5 });
  });

  it('meets an aim by its median', () => {
    expect(isMet(figureOf([0.1, 0.4, 0.5], { atLeast: 0.4 }))).toBe(true);
    expect(isMet(figureOf([0.1, 0.39, 0.5], { atLeast: 0.4 }))).toBe(false);
    expect(isMet(figureOf([3, 4, 5], { atMost: 3 }))).toBe(false);
  });

  it('does not meet an aim that it says nothing about', () => {
    expect(isMet(figureOf([], { atMost: 3 }))).toBe(false);
    expect(isMet(figureOf([1]))).toBeNull();
  });
});
