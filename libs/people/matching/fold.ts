import { transliterated } from './transliterate.ts';

/**
 * The words of a name in small Latin letters: other scripts transliterated, accents and apostrophes left out, hyphens and
 * full stops read as spaces. "Ó Briain" gives `o`, `briain`; "Łukasz" gives `lukasz`.
 */
export function foldWords(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}

function foldText(text: string): string {
  return transliterated(text.normalize('NFKC').toLowerCase())
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u02bb-\u02bf'’‘`´]/g, '')
    .replace(/[łßøæœđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Latin letters that are no letter with an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
