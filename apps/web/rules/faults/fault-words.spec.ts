import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { WORDS } from '../../words/words.ts';
import { faultInWords } from './fault-words.ts';

const CHECKS = new URL('../../../../libs/rules/check/', import.meta.url);

describe('a fault in words', () => {
  it.each([
    ['It must be text and must not be blank.', 'Fill this in'],
    ['It must be a whole number from -1 to 25.', 'Enter a whole number from -1 to 25'],
    [
      'The test "a child" expects true, but the rule gives unknown.',
      'Example “a child”: expected was “The rule holds”, but with these conditions it is “It cannot be told”',
    ],
    [
      'The test "a child" expects level early_help, but the rules give universal.',
      'The set’s own example “a child” would come out otherwise',
    ],
    ['Your authority has no area "nowhere".', 'Your authority has no such area'],
  ])('%s', (message, text) => {
    expect(faultInWords(message, WORDS.en)).toBe(text);
  });

  it('is Welsh on a Welsh page, and nothing for a sentence that is not known', () => {
    expect(faultInWords('The rule adds nothing when it holds.', WORDS.cy)).toMatch(/^Dewiswch lefel/);
    expect(faultInWords('Something new.', WORDS.en)).toBeNull();
  });

  it('is there for every plain sentence of the check that a form can lead to', () => {
    const files = readdirSync(CHECKS).filter((file) =>
      /^(rule|condition|comparison|plain|rests)-.*(?<!spec)\.ts$/.test(file),
    );
    const sentences = files
      .flatMap((file) => [...readFileSync(new URL(file, CHECKS), 'utf8').matchAll(/'((?:[^'\\]|\\.)* [^'\n]*\.)'/g)])
      .map(([, sentence = '']) => sentence)
      .filter((sentence) => /^(It must|The |A red|At least|")/.test(sentence));
    const ofFiles = /^It must be (true or false|a whole number|an id)/;
    const wordless = sentences.filter((one) => !ofFiles.test(one) && faultInWords(one, WORDS.en) === null);
    expect(sentences.length).toBeGreaterThan(8);
    expect(wordless).toEqual([]);
  });
});
