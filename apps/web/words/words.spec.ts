import { describe, expect, it } from '@jest/globals';
import { functionsIn, saidOf, textsIn, tried } from '../../../test/support/word-leaves.ts';
import { WORDS } from './words.ts';

/** Names, and what is written alike in both languages. */
const ALIKE = new Set(['Front Door', 'Person', 'Enter', 'JSON', 'YAML', 'CSV', 'DMN', 'PDF', 'Word']);
const COOKIE = /^front_door(_\w+)?$/;
/** In the other language on purpose, for those who look for it. */
const IN_THE_OTHER = ['otherLanguage.name', 'otherLanguage.hidden'];
/** Without one of these hardly an English sentence comes about; none of them is a Welsh word. */
const ENGLISH_WORDS = /\b(the|and|with|you|your|this|that|for|from|what|when|have|there|which|not)\b/i;

const english = textsIn(WORDS.en);
const welsh = textsIn(WORDS.cy);
const inWelsh = new Map(welsh.map(({ path, text }) => [path, text]));
const insertsWelsh = new Map(functionsIn(WORDS.cy).map(({ path, insert }) => [path, insert]));
const isOurs = ({ path }: { readonly path: string }): boolean => !IN_THE_OTHER.some((start) => path.startsWith(start));
const isAlike = (text: string): boolean => ALIKE.has(text) || COOKIE.test(text) || !/\p{L}{2}/u.test(text);
const pairs = english.map(({ path, text }) => ({ path, english: text, welsh: inWelsh.get(path) ?? '' }));
const functions = functionsIn(WORDS.en).map(({ path, insert }) => ({
  path,
  english: insert,
  welsh: insertsWelsh.get(path) ?? (() => ''),
}));

describe('words of the pages', () => {
  it('are there in Welsh, each of them, at the same place', () => {
    const places = (words: object) => [...textsIn(words), ...functionsIn(words)].map(({ path }) => path).sort();

    expect(english.length).toBeGreaterThan(100);
    expect(places(WORDS.cy)).toEqual(places(WORDS.en));
  });

  it('say something', () => {
    expect([...english, ...welsh].filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it('are not the English ones by accident', () => {
    const same = pairs.filter((pair) => isOurs(pair) && !isAlike(pair.english) && pair.english === pair.welsh);

    expect(same.map(({ path, welsh: text }) => `${path}: ${text}`)).toEqual([]);
  });

  it('have no English sentence among the Welsh', () => {
    const texts = [...welsh.filter(isOurs), ...functionsIn(WORDS.cy).map(({ path, insert }) => tried(path, insert))];

    expect(texts.filter(({ text }) => ENGLISH_WORDS.test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual(
      [],
    );
  });

  it('insert the same in both languages', () => {
    const shown = functions.map(({ path, ...insert }) => ({
      path,
      english: tried(path, insert.english).shown,
      welsh: tried(path, insert.welsh).shown,
    }));
    const namesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

    expect(functions.length).toBeGreaterThan(10);
    expect(shown.filter((each) => each.english.join() !== each.welsh.join())).toEqual([]);
    expect(pairs.filter((pair) => namesIn(pair.english).join() !== namesIn(pair.welsh).join())).toEqual([]);
  });

  it.each([0, 1, 2, 3, 6, 21])('speak of %d as of any other number, in both languages', (count) => {
    const said = functions.map(({ path, ...insert }) => [
      path,
      saidOf(insert.english, count),
      saidOf(insert.welsh, count),
    ]);

    expect(
      said.filter(([, en, cy]) => (en?.length === 0) !== (cy?.length === 0) || (en === null) !== (cy === null)),
    ).toEqual([]);
  });
});
