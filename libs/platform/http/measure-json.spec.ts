import { describe, expect, it } from '@jest/globals';
import { measureJson } from './measure-json.ts';

/** What `measureJson` must never say too little of, counted in what was built. */
function sizeOf(
  value: unknown,
  depth = 0,
): { values: number; depth: number; longestList: number; longestText: number } {
  if (typeof value === 'string') return { values: 1, depth, longestList: 0, longestText: value.length };
  if (typeof value !== 'object' || value === null) return { values: 1, depth, longestList: 0, longestText: 0 };
  const items = Object.values(value).map((item) => sizeOf(item, depth + 1));
  return {
    values: items.reduce((sum, item) => sum + item.values, 1),
    depth: Math.max(depth + 1, ...items.map((item) => item.depth)),
    longestList: Math.max(items.length > 1 ? items.length : 0, ...items.map((item) => item.longestList)),
    longestText: Math.max(0, ...items.map((item) => item.longestText)),
  };
}

describe('the size of a JSON text', () => {
  it.each([
    ['a flat list', [1, 2, 3, 4]],
    ['nested lists', [[1, 2], [3], [[[]]]]],
    ['objects', { a: { b: [1, 2, 3] }, c: 'four' }],
    ['brackets, commas and quotes inside texts', { a: '[[[,,,{"', b: 'x\\"],[' }],
    ['an escaped backslash before the closing quote', ['\\', ',,,', 'x']],
  ])('of %s is not below what is built from it', (_what, value) => {
    const measured = measureJson(JSON.stringify(value));
    const built = sizeOf(value);

    expect(measured.depth).toBe(built.depth);
    expect(measured.longestList).toBe(built.longestList);
    expect(measured.values).toBeGreaterThanOrEqual(built.values);
    expect(measured.longestText).toBeGreaterThanOrEqual(built.longestText);
  });

  it('counts what is no JSON at all, and ends', () => {
    expect(measureJson('"'.repeat(3)).longestText).toBe(0);
    expect(measureJson(']'.repeat(10) + '['.repeat(10)).depth).toBe(10);
    expect(measureJson('"abc\\')).toMatchObject({ depth: 0 });
  });
});
