import { describe, expect, it } from '@jest/globals';
import { LEVELS } from '#domain';
import { anEntry } from '../../testing/builders.ts';
import { ENGLISH } from './english.ts';
import { listInWords, questionFor } from './in-words.ts';
import { outcomeWords } from './outcome-words.ts';
import { tellerIn } from './teller.ts';
import { WELSH } from './welsh.ts';

const gapsIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('the words of explanations', () => {
  it('stand in both files under the same keys', () => {
    expect(Object.keys(WELSH).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it.each(Object.entries(ENGLISH))(
    'differ between the languages but not in what a case puts in: %s',
    (key, english) => {
      const welsh = Object.entries(WELSH).find(([name]) => name === key)?.[1] ?? '';

      expect(welsh.trim()).not.toBe('');
      expect(welsh).not.toBe(english);
      expect(gapsIn(welsh)).toEqual(gapsIn(english));
    },
  );

  it('name levels, pathways and urgencies', () => {
    expect(outcomeWords('cy')).toEqual({
      levels: {
        universal: 'cyffredinol',
        early_help: 'help cynnar',
        targeted_early_help: "help cynnar wedi'i dargedu",
        statutory_need: 'angen statudol',
        statutory_protection: 'amddiffyn statudol',
      },
      pathways: { universal: 'cyffredinol', early_help: 'help cynnar', statutory: 'statudol' },
      urgencies: { blue: 'glas', green: 'gwyrdd', amber: 'oren', red: 'coch' },
    });
    expect(Object.keys(outcomeWords('en').levels)).toEqual(LEVELS);
  });

  it('join a list in Welsh with "a", and with "ac" before a vowel', () => {
    const cy = tellerIn('cy');

    expect(listInWords(cy, ['"Un"'])).toBe('"Un"');
    expect(listInWords(cy, ['"Anaf"', '"Tlodi"', '"Camfanteisio"'])).toBe('"Anaf", "Tlodi" a "Camfanteisio"');
    expect(listInWords(cy, ['"Anaf"', '"Ymosodiad"'])).toBe('"Anaf" ac "Ymosodiad"');
    expect(listInWords(tellerIn('en'), ['"Injury"', '"Assault"'])).toBe('"Injury" and "Assault"');
  });

  it('leave braces and dollar signs in a title as they are', () => {
    expect(tellerIn('en').say('because.one', { rules: '"{level} $& $1"' })).toBe('because of the rule "{level} $& $1"');
  });

  it('ask in Welsh where there is a Welsh question or label, else in English, and remember the English', () => {
    const cy = tellerIn('cy');
    const asked = [
      anEntry('one', undefined, { question: 'One?', questionCy: 'Un?' }),
      anEntry('two', undefined, { label: 'Two', labelCy: 'Dau' }),
      anEntry('three', undefined, { question: 'Three?', labelCy: 'Tri' }),
      anEntry('four', undefined, { label: 'Four' }),
    ].map((entry) => questionFor(cy, entry));

    expect(asked).toEqual(['Un?', "Beth sy'n hysbys am hyn: Dau?", 'Three?', "Beth sy'n hysbys am hyn: Four?"]);
    expect(cy.toldInEnglish()).toEqual(['Three?', 'Four']);
  });
});
