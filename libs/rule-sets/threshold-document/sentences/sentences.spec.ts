import { describe, expect, it } from '@jest/globals';
import { ENGLISH } from './english.ts';
import { WELSH } from './welsh.ts';

/** Every place with a text, and the text; sentences with gaps are filled with the same words. */
function textsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'function') return [[path, String(Reflect.apply(value, null, ['7', '8']))]];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}/${key}`));
}

describe('the fixed sentences', () => {
  const english = new Map(textsIn(ENGLISH));
  const welsh = new Map(textsIn(WELSH));

  it('are the same in number and place in both languages', () => {
    expect([...welsh.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are translated, and keep what is filled in', () => {
    const same = [...english].filter(([path, text]) => text === welsh.get(path));
    const lost = [...english].filter(([path, text]) => text.includes('7') && welsh.get(path)?.includes('7') !== true);

    expect([same, lost]).toEqual([[], []]);
  });
});
